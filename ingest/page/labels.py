"""Words by which a line shows what it is: labels, taxonomy lines, posting dates, icons."""

from __future__ import annotations

import re

ICONS = {
    "📅": "date", "🗓": "date", "📆": "date", "🕒": "time", "🕐": "time", "🕑": "time", "🕓": "time", "🕔": "time",
    "🕕": "time", "🕖": "time", "🕗": "time", "🕘": "time", "🕙": "time", "🕚": "time", "🕛": "time", "⏰": "time",
    "⏱": "time", "⏲": "time", "📍": "place", "📌": "place", "🏠": "place", "🏢": "place", "🗺": "place", "💻": "place",
    "\uf073": "date", "\uf133": "date", "\uf017": "time", "\uf3c5": "place", "\uf041": "place",
}  # fmt: skip

# A pictogram, also of an icon font, at the start of a line.
ICON = re.compile("[\u2139\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff\ue000-\uf8ff][\ufe0f\u200d]*")

_LABELS = frozenset(
    (
        "wanneer|datum|data|dag|tijd|tijden|tijdstip|tijdsduur|aanvang|start|einde|duur|hoe laat|inloop|openingstijden|"
        "waar|plaats|locatie|adres|bezoekadres|zaal|ruimte|regio|werkgebied|waar zitten we|"
        "wie|wat|voor wie|voor|doelgroep|met wie|met|door|door wie|van wie|hoe|waarom|"
        "kosten|prijs|toegang|entree|bijdrage|deelname|tarief|organisatie|organisator|organisatoren|georganiseerd door|"
        "aanmelden|aanmelding|opgave|opgeven|inschrijven|inschrijving|meer informatie|informatie|inlichtingen|contact|"
        "contactpersoon|e-mail|email|telefoon|website|site|spreker|sprekers|dagvoorzitter|gastheer|gastvrouw|gast|gasten|"
        "moderator|voorzitter|secretaris|penningmeester|notulist|notulen|verslag|aanwezig|afwezig|afwezig m.k.|"
        "afgemeld|bericht van verhindering|leden|bestuur|bestuursleden|raad van toezicht|partners|partner|"
        "initiatiefnemer|initiatiefnemers|trekker|trekkers|coördinator|projectleider|auteur|auteurs|tekst|foto|foto's|"
        "foto’s|beeld|bron|uitgever|opdrachtgever|uitgave|thema|thema's|thema’s|onderwerp|onderwerpen|trefwoord|"
        "trefwoorden|programma|soort|vorm|type|categorie|sector|functie|naam|sinds|lid sinds|opgericht|oprichting|"
        "vergadering|opkomst|achter de tafel|onderdeel van|deel van|vervolg op|gemeente|provincie|aantal deelnemers|"
        "status|taal|voertaal|rol|taak|commissie|bij|let op"
    ).split("|")
)
_PRESENT = re.compile(
    r"(?:[\w ]{0,30}\b)?(?:aanwezig|afwezig|afgemeld|verhinderd)(?: (?:namens|van|voor|met|waren|zijn)\b[^:?]{0,60})?",
    re.I,
)
_PRESENCE = ("aanwezig", "afwezig", "afgemeld", "verhinderd")
# Neither mark stands in a label, so what was read of one is never given back.
_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w’'/&()., -]{0,90}+)\s*+(?P<mark>[:?])(?=\s|$)\s*")

# Of these two the first letter is looked at before the pattern: most lines begin with another.
TAXONOMY = re.compile(r"(?P<label>thema(?:['’`´]?s)?|trefwoord(?:en)?)\s*:\s*", re.I)
TAXONOMY_LEAD = re.compile(r"meer artikelen over de thema\S* met trefwoorden\s*:?\s*$", re.I)


def icon_of(text: str) -> re.Match[str] | None:
    """The pictogram that a line begins with; the letters and marks of most lines come before all of them."""
    return ICON.match(text) if text[:1] >= "\u2139" else None


def taxonomy_of(text: str) -> re.Match[str] | None:
    """The label of a line that lists themes or keywords."""
    return TAXONOMY.match(text) if text[:1] in "tT" else None


def leads_taxonomy(text: str) -> bool:
    """Whether a line says that themes or keywords follow."""
    return text[:1] in "mM" and TAXONOMY_LEAD.match(text) is not None


def is_label(words: str) -> bool:
    """Whether words serve as a label by themselves: ``Locatie``, ``Aanwezig namens de raad``."""
    low = words.lower()
    return low in _LABELS or (any(map(low.__contains__, _PRESENCE)) and _PRESENT.fullmatch(words) is not None)


def label_of(text: str, any_word: bool = False) -> tuple[int, int] | None:
    """Where the label of a label–value line ends and its value begins, or None.

    Without ``any_word`` only words that serve as labels count; with it any short capitalised phrase before a colon.
    """
    found = _LABELLED.match(text) if ":" in text or "?" in text else None
    if found is None:
        return None
    label = found["label"].rstrip()
    known = is_label(label)
    if not known and (found["mark"] == "?" or not any_word or len(label.split()) > 5 or not label[:1].isupper()):
        return None
    return len(label), found.end()
