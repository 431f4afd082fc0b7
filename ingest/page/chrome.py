"""What on a site is no part of the page's own text: navigation, notices, teasers, share links, comments."""

from __future__ import annotations

import re

# Words in an element's class, id or role. Each stands at the start of a name or behind a hyphen, underscore or blank.
_NAMES = (
    r"cookie\w*|consent\w*|cmp|gdpr\w*|privacy\w*|side-?bar\w*|zijbalk\w*|zijkolom\w*|zij|(?<!elementor-)widget\w*",
    r"related\w*|gerelateerd\w*|popular\w*|recent\w*|latestnews|uitgelicht|teasers?|meer|lees-?ook|repeater|posts",
    r"post-template|carousel|slider|comment\w*|reacties?|reageer\w*|respond|adver\w*|ads?|share\w*|sharing|deel\w*",
    r"delen|social\w*|breadcrumbs?|kruimel\w*|crumbs?|menu\w*|nav|navbar|navigation|navigatie|main-nav\w*|left-nav",
    r"pagenav|topbar\w*|topstrip\w*|topnav|masthead|footer\w*|foot|voet|voettekst|colofon|copyright|balk|skip\w*",
    r"element-invisible|visually-hidden|screen-reader\w*|sr-only|newsletter\w*|nieuwsbrief-\w+|pager|pagination",
    r"paginering|banner|dialog|modal|popup|lettergrootte|toolbar|logo|branding|slogan|alert|complementary|contentinfo",
    r"search\w*|zoeken|zoek|zoekbalk|taalkeuze|language-switch\w*|login|inloggen|sticky|tagcloud|tags?|tags-links",
    r"post-tags|post_tags|postmeta|poll|weather|partnerlogos?|right|rightcol|leftcol|rechts|links|aside|notice|melding",
    r"breaking|paywall|acties|hulpmiddelen|feedback|print\w*|cal-links|toggle-menu|wp-block-buttons|cta|author-box",
)
CHROME_NAMES = re.compile(rf"(?:^|[-_ ])(?:{'|'.join(_NAMES)})(?:$|[-_ ])|^kop(?: |$)")
_KEPT_NAMES = re.compile(r"quote|citaat|kader|factbox|infobox|feiten|tijdlijn|streamer|pull|contact-?info|programma")
CHROME_ROLES = frozenset(
    ("navigation", "search", "dialog", "alertdialog", "complementary", "contentinfo", "menu", "menubar")
)

_HEADINGS = (
    r"lees ook|lees (?:meer|verder)|ook (?:interessant|in de agenda|in deze \w+|lezen)|zie ook$",
    r"(?:dit|deze?) (?:\w+ )?(?:lezen|bekeken|lazen) (?:anderen|bezoekers)|anderen? (?:lezen|lazen|bekeken)",
    r"vergelijkbare? \w+",
    r"meer (?:nieuws|verhalen|artikelen|berichten|lezen|uit \w+|over dit|van|agenda|activiteiten|evenementen|\w+en$)",
    r"andere? (?:nieuws|locaties|berichten|artikelen|verhalen|activiteiten|evenementen|onderwerpen|initiatieven)",
    r"laatste (?:nieuws|berichten)|recente? \w+|eerdere berichten|gerelateerd\w*|uitgelicht\b.*",
    r"meest (?:gelezen|gedownload|bekeken|recent)|misschien (?:ook )?(?:iets|interessant)|dit vind je|volgende keer op",
    r"deel (?:dit|deze|op|via)\b.*|delen$|volg ons|social media|geef een reactie|reageer|reacties|\d+ reacties?\b.*",
    r"laat een (?:bericht|reactie)|plaats een reactie|nieuwsbrief$|schrijf je in voor|blijf op de hoogte",
    r"zoek(?:en)?$|archief$|categorieën|hoofdmenu|hoofdnavigatie|navigatie|menu|berichtnavigatie|u bent hier",
    r"(?:vorige|volgende)(?: bericht| artikel)?$|binnenkort$|agenda$|advertenties?|vacatures$|werken bij$",
    r"uit (?:de|het|onze) \w*(?:krant|archief)$|deze website|cookies?|tags?$|snel naar|direct naar|direct contact",
)
CHROME_HEADING = re.compile(f"(?:{'|'.join(_HEADINGS)})", re.I)

_LINES = (
    r"deel (?:dit|deze|op|via|in|het)\b.{0,120}|delen\s*:.{0,80}|deel\s*:.{0,80}|share(?: this.{0,30})?|stuur door",
    r"lees (?:ook|verder)\s*:?.{0,120}|terug(?: naar .{0,40})?|« .{0,40}|naar boven|(?:direct )?naar (?:de )?inhoud",
    r"ga (?:direct )?naar de (?:content|inhoud)|printen|print deze pagina|afdrukken|printervriendelijke versie",
    r"download (?:artikel|deze \w+) als pdf.{0,60}|was deze (?:informatie|pagina).{0,60}|geef een reactie",
    r"heeft deze (?:informatie|pagina).{0,60}|\d* ?reacties?(?: \(\d+\))?.{0,60}|reacties staan uit",
    r"«? ?(?:vorige|volgende)(?: bericht| artikel)?\s*:.{0,120}",
    r"\d{1,2}:\d\d(?::\d\d)? / \d{1,2}:\d\d(?::\d\d)?",
    r"advertentie.{0,20}|tip de redactie.{0,30}|tags?\s*:.{0,300}|aangedreven door .{0,40}|©.{0,120}",
    r"(?:het bericht|the post) .{1,200} (?:verscheen(?: als)? eerst op|appeared first on|first appeared on) .{1,100}",
    r"categorie(?:ën)?\s*:.{0,80}|\+ ?(?:google|ical|outlook).{0,40}|kaart wordt geladen|aanmelden is gesloten.{0,60}",
)
# Asked of text in lower case: of many alternatives those that begin with another letter are then passed over.
_CHROME_LINE = re.compile(f"(?:{'|'.join(_LINES)})")
# The items of a list below such a line are other pages.
TEASERS = re.compile(r"(?:lees|bekijk|zie|kijk|luister) ook\s*:?", re.I)
# Other pages on the line itself, and on the next where it is wrapped.
TEASER_LINE = re.compile(r"[> ]*(?:(?:lees|bekijk) ook|meer over dit (?:onderwerp|artikel)|meer hierover)\s*:", re.I)
BREADCRUMB = re.compile(r"(?:u bent hier\s*:?\s*)?[\w’' &-]{1,40}(?:\s*[>›»/|]\s*[\w’' &-]{1,60}){1,6}")
CTA = re.compile(
    r"(?:ik |lees|bekijk|meld|aanmeld|inschrijv|schrijf|meer |terug|download|print|reserveer|bestel|kom |doe mee|"
    r"doneer|tickets|naar |ga naar|klik|stuur|contact$|vind|volg|bel ons|mail ons)",
    re.I,
)


def is_chrome_line(line: str) -> bool:
    """Whether a line belongs to the site or its tools: sharing, tags, the way back, who may react."""
    return _CHROME_LINE.fullmatch(line.lower()) is not None


def is_teaser(line: str) -> bool:
    """Whether a line says that other pages follow; most begin with another letter."""
    return line[:1] in "lbzkLBZK" and TEASERS.fullmatch(line) is not None


def chrome_by_name(names: str) -> bool:
    """Whether an element's class, id or role says that it is no content."""
    return bool(names) and CHROME_NAMES.search(names) is not None and _KEPT_NAMES.search(names) is None
