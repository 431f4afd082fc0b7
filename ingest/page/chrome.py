"""What on a site is no part of the page's own text: navigation, notices, teasers, share links, comments."""

from __future__ import annotations

import re

CHROME_NAMES = re.compile(
    r"(?:^|[-_ ])(?:cookie\w*|consent\w*|cmp|gdpr\w*|privacy\w*|side-?bar\w*|zijbalk\w*|zijkolom\w*|zij|(?<!elementor-)widget\w*|related\w*|"
    r"gerelateerd\w*|popular\w*|comment\w*|reacties?|reageer\w*|respond|adver\w*|ads?|share\w*|sharing|deel\w*|delen|"
    r"social\w*|breadcrumbs?|kruimel\w*|crumbs?|menu\w*|nav|navbar|navigation|navigatie|main-nav\w*|topbar\w*|"
    r"topstrip\w*|topnav|masthead|footer\w*|voet|voettekst|colofon|skip\w*|element-invisible|visually-hidden|"
    r"screen-reader\w*|sr-only|newsletter\w*|nieuwsbrief-\w+|teasers?|pager|pagination|paginering|banner|dialog|modal|"
    r"popup|lettergrootte|toolbar|logo|branding|slogan|copyright|uitgelicht|alert|complementary|contentinfo|"
    r"search\w*|zoeken|zoek|zoekbalk|taalkeuze|language-switch\w*|login|inloggen|sticky|tagcloud|poll|weather|"
    r"partnerlogos?|left-nav|right|rightcol|leftcol|rechts|links|meer|repeater|carousel|slider|recent\w*|lees-?ook|"
    r"notice|melding|breaking|paywall|acties|hulpmiddelen|feedback|print\w*|cal-links|tags?|tags-links|postmeta|"
    r"post-template|posts|pagenav|tabs|aside|latestnews|toggle-menu|wp-block-buttons|weather|cta|author-box|"
    r"post-tags|post_tags|foot|kop|balk|deelknoppen)(?:$|[-_ ])"
)
_KEPT_NAMES = re.compile(r"quote|citaat|kader|factbox|infobox|feiten|tijdlijn|streamer|pull|contact-?info|programma")
CHROME_ROLES = frozenset(
    {"navigation", "search", "dialog", "alertdialog", "complementary", "contentinfo", "menu", "menubar"}
)

CHROME_HEADING = re.compile(
    r"(?:lees ook|lees (?:meer|verder)|ook (?:interessant|in de agenda|in deze \w+|lezen)|meer (?:nieuws|verhalen|artikelen|"
    r"berichten|lezen|uit de|over dit|van|agenda|activiteiten|evenementen|voorbeelden|\w+en$)|ander(?:e)? (?:nieuws|locaties|berichten|"
    r"artikelen|verhalen|activiteiten|evenementen|onderwerpen|initiatieven)|laatste (?:nieuws|berichten)|recente? \w+|"
    r"gerelateerd\w*|meest (?:gelezen|gedownload|bekeken|recent)|uitgelicht\b.*|deel (?:dit|deze|op|via)\b.*|delen$|"
    r"geef een reactie|reageer|reacties|\d+ reacties?\b.*|laat een (?:bericht|reactie)|plaats een reactie|nieuwsbrief$|"
    r"zoek(?:en)?$|archief$|categorieën|hoofdmenu|hoofdnavigatie|navigatie|menu|berichtnavigatie|vorige|volgende|"
    r"misschien (?:ook )?(?:iets|interessant)|dit vind je|binnenkort$|agenda$|advertenties?|vacatures$|volg ons|"
    r"u bent hier|uit (?:de|het|onze) \w*(?:krant|archief)$|eerdere berichten|deze website|cookies?|tags?$|"
    r"schrijf je in voor|blijf op de hoogte|werken bij$|snel naar|direct naar|direct contact|social media|"
    r"volgende keer op)",
    re.I,
)
CHROME_LINE = re.compile(
    r"(?:deel (?:dit|deze|op|via|in|het)\b.{0,120}|delen\s*:.{0,80}|deel\s*:.{0,80}|lees (?:ook|verder)\s*:?.{0,120}|terug(?: naar .{0,40})?|"
    r"« .{0,40}|printen|print deze pagina|afdrukken|printervriendelijke versie|stuur door|download artikel als pdf.{0,60}|"
    r"was deze (?:informatie|pagina).{0,60}|heeft deze (?:informatie|pagina).{0,60}|\d* ?reacties?(?: \(\d+\))?.{0,60}|advertentie.{0,20}|"
    r"tip de redactie.{0,30}|tags?\s*:.{0,300}|aangedreven door .{0,40}|naar boven|geef een reactie|reacties staan uit|"
    r"categorie(?:ën)?\s*:.{0,80}|\+ ?(?:google|ical|outlook).{0,40}|(?:direct )?naar (?:de )?inhoud|kaart wordt geladen|"
    r"share(?: this.{0,30})?|©.{0,120})",
    re.I,
)
BREADCRUMB = re.compile(r"(?:u bent hier\s*:?\s*)?[\w’' &-]{1,40}(?:\s*[>›»/|]\s*[\w’' &-]{1,60}){1,6}")
CTA = re.compile(
    r"(?:ik |lees|bekijk|meld|aanmeld|inschrijv|schrijf|meer |terug|download|print|reserveer|bestel|kom |doe mee|doneer|"
    r"tickets|naar |ga naar|klik|stuur|contact$|vind|volg|bel ons|mail ons)",
    re.I,
)


def chrome_by_name(names: str) -> bool:
    """Whether an element's class, id or role says that it is no content."""
    return bool(names) and CHROME_NAMES.search(names) is not None and _KEPT_NAMES.search(names) is None
