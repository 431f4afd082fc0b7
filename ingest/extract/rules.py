"""Sure rules about single candidates: a weight on some kinds, where a form says more than a model can learn."""

from __future__ import annotations

from ingest.extract.candidates import Candidate, Pool
from ingest.extract.key_rules import HEAD_WEIGHT, KNOWN_WEIGHT, LIKELY_WEIGHT, KeySays, Rule, key_says
from ingest.extract.kinds import NONE, ORGANISATIONS
from ingest.extract.lazily import lazily
from ingest.extract.places import is_place
from ingest.extract.run_ons import begins_with_place
from ingest.extract.structure import Sheet
from ingest.extract.words import classes_of

_AGENDA_NOISE = lazily(
    r"^(?:praktisch\w*|programma|gegevens|wanneer|op de kalender|kalender|agenda|datum|waar|tijd|aanmelden|aanmelding|"
    r"informatie|meer weten|zet in je agenda|mededelingen|opening|rondvraag|welkom|praktische informatie|volgende keer|"
    r"opzet|uitgelicht|lees ook|tot ziens|nieuws|tijd en plek|even opletten|en elke week|save the dates?|"
    r"(?:onze |komende |alle )?(?:activiteiten|evenementen|bijeenkomsten)|noteer (?:alvast|in je agenda))$|"
    r"^[\d ]+(?:uur)?$"
)
_UNNAMED = lazily(
    r"\b(?:19|20)\d\d$|^(?:geplaatst|door|datum|wanneer|informatieblad|jaarverslag|leestijd|van onze|vol tot)\b"
)
_MINUTES = lazily(r"^(?:concept ?)?(?:verslag|notulen)\b")
# "Afgelast: themamiddag X op 21 november", folded.
_CHANGED = lazily(r"^(?:afgelast|geannuleerd|verplaatst|uitgesteld|nieuwe datum|gewijzigde datum)(?: voor)? \w+ \w")
_INVITES = lazily(r"\b(?:je|hier|lees|klik|bekijk|download|meer)\b")
# "'t Naoberhoês": nobody is called by an article and one word, without a title.
_ARTICLE = lazily(r"^(?:['’`]t|[Hh]et) \S+$")
# Only what was found in one of these forms has evidence of a gathering.
_OF_GATHERINGS = frozenset(("line", "title", "event"))
_NAMED = frozenset(("cap", "head"))
_REGISTERED = frozenset(("cap", "head", "link"))
_NO_PERSON = (*ORGANISATIONS, "ClientCouncil", "Movement", "Place", "Event", "EventSeries", "Document", NONE)
_BODY_HEADS = frozenset(
    f"{where}={kind}"
    for where in ("first", "has")
    for kind in ("care", "init", "part", "council", "event", "series", "doc")
)
# "Bewonersinitiatief 't Naoberhoês": the noun before a name says outright what it is.
_INITIATIVE_BEFORE = frozenset(
    f"before={whose}initiatief" for whose in ("bewoners", "burger", "buurt", "dorps", "inwoners", "wijk", "zorg")
) | {"before=pact"}
# "Zorgorganisaties De Posten en Livio": of several the noun is no part of a name.
_SEVERAL = frozenset(
    "zorgorganisaties thuiszorgorganisaties ouderenzorgorganisaties zorgaanbieders zorginstellingen zorggroepen "
    "gemeenten woningcorporaties woningbouwcorporaties welzijnsorganisaties clientenraden ziekenhuizen verpleeghuizen "
    "huisartsenpraktijken zorgverzekeraars".split()
)
_LEGAL_FORMS = ("stichting ", "cooperatie ", "vereniging ")
_MOVEMENT = "radicale vernieuw"
_STREETS = frozenset(("street", "street+number"))
_BY_NOUN = {"care": "CareOrganisation", "init": "Initiative", "part": "Partner"}
# "Regio Foodvalley", "gemeente", "van de school Jan": these stand before other names as well.
_LOOSE = frozenset("regio gemeente school kerk gemeenten scholen partij netwerk café hotel".split())
# "De Lopes in Hilversum", "Travers en Windesheim": more than the name.
_GOES_ON = lazily(r" (?:in|uit|te|en|van|voor|bij|op|aan) ")
_CALLED_WEIGHT = 3.0
_CAPITAL_WEIGHT = 1.0
_SURE_WEIGHT = 10.0
# Names of known movements mostly stand inside longer names, which speaks against any other name.
_MOVEMENT_WEIGHT = 14.0


def apply_rules(sheet: Sheet, pool: Pool, *, register: bool = True) -> None:
    """Gives candidates the rule that fits them, if any; ``register``: the shipped register's names count."""
    for candidate in pool.by_key.values():
        says = key_says(candidate.key)
        candidate.rule = (
            _whole_rule(sheet, candidate, says)
            or _both(_register_rule(candidate, says) if register else None, _text_rule(candidate))
            or (None if candidate.forms.isdisjoint(_NAMED) else _name_rule(sheet, candidate, says))
        )


def _whole_rule(sheet: Sheet, candidate: Candidate, says: KeySays) -> Rule | None:
    """What goes before all that the register knows: dates, gatherings, movements."""
    forms = candidate.forms
    if says.is_date:
        return ((NONE,), _SURE_WEIGHT)
    told = None if forms.isdisjoint(_OF_GATHERINGS) else _event_rule(sheet, candidate)
    if told is not None:
        return told
    if "movement" in candidate.features:
        return (("Movement",), _MOVEMENT_WEIGHT)
    # "Radicale vernieuwing zorg elkaar op 20 april": what runs on in lower case is no part of the name.
    if candidate.key.startswith(_MOVEMENT) and candidate.surface.split()[-1].islower():
        return ((NONE,), _MOVEMENT_WEIGHT)
    # ``Festival Gezond``, whatever stands behind it: "een middag in Zuid" makes it no body in Zuid.
    if says.is_gathering and not forms.isdisjoint(_NAMED):
        return (("Event",), _SURE_WEIGHT + 3)
    return None


def _register_rule(candidate: Candidate, says: KeySays) -> Rule | None:
    return None if says.register is None or candidate.forms.isdisjoint(_REGISTERED) else says.register


def _both(known: Rule | None, told: Rule | None) -> Rule | None:
    """What the register knows, the surer where the page says so too; else what the page says."""
    if known and told and set(known[0]) <= set(told[0]):
        return known[0], known[1] + told[1]
    return known or told


def _event_rule(sheet: Sheet, candidate: Candidate) -> Rule | None:
    features, key = candidate.features, candidate.key
    if "line=long" in features and "title" not in candidate.forms:
        return ((NONE,), LIKELY_WEIGHT + 1)
    if "agenda" in features and _AGENDA_NOISE.search(key):
        return ((NONE,), 3.0)
    if _recurs(features) and "place" not in features and not _AGENDA_NOISE.search(key):
        return (("EventSeries",), LIKELY_WEIGHT + 4)
    if _is_agenda_item(features) and not _UNNAMED.search(key):
        # "15 januari: Delden": a day and a town name no gathering.
        return (("Place" if is_place(key) else "Event",), _SURE_WEIGHT)
    # "Programma Week van de Ontmoeting": of many gatherings, and none itself.
    if key.startswith("programma week ") and "title" in candidate.forms:
        return ((NONE,), _SURE_WEIGHT)
    if "title=whole" in features and _is_about_one(sheet, features, key):
        return ((NONE if _AGENDA_NOISE.search(key) else "Event",), _SURE_WEIGHT)
    if key.startswith(("volgende ", "eerstvolgende ")) and "event:date=day" in features:
        return (("Event",), LIKELY_WEIGHT + 2)
    if "event:next" in features:
        return (("Event",), LIKELY_WEIGHT + 2)
    if "event:dated" in features and "event:date=day" in features:
        return (("Event",), 1.0 + 1.7 * ("event:placed" in features))
    return None


def _is_about_one(sheet: Sheet, features: set[str], key: str) -> bool:
    """Whether a title is that of minutes or of a change, or stands over the day and time of one gathering."""
    if (_MINUTES.match(key) and "page:dated=4" not in features) or _CHANGED.match(key):
        return True
    return (
        not {"page:when", "page:data", "page:meta"}.isdisjoint(features) and "page:time" in features and sheet.rows < 4
    )


def _recurs(features: set[str]) -> bool:
    """Whether a line names what comes back at its rhythm."""
    return "line:recurs=dated" in features or ("line:recurs=cell" in features and "line:column=first" in features)


def _is_agenda_item(features: set[str]) -> bool:
    """Whether a line names one of several dated gatherings."""
    if "agenda" not in features or "agenda:many" not in features:
        return False
    if "agenda=head" in features or "line:column=first" in features:
        return True
    return "agenda=dated" in features or ("agenda=lead" in features and "line:noun" in features)


def _text_rule(candidate: Candidate) -> Rule | None:
    """What stands around says it: a location of somebody, the subject of a gathering, an article under a link."""
    features = candidate.features
    if not features.isdisjoint(_INITIATIVE_BEFORE) and "cap" in candidate.forms:
        return (("Initiative",), LIKELY_WEIGHT + 2)
    if "apposition:location" in features:
        return (("CareOrganisation",), LIKELY_WEIGHT + 1)
    if "quoted:gathering" in features:
        return (("Event",), _SURE_WEIGHT)
    if "after:office" in features and len(candidate.key.split()) < 4:
        return (("Person",), LIKELY_WEIGHT + 2)
    if "linked:head=doc" in features and len(candidate.key.split()) > 3 and not _INVITES.search(candidate.key):
        return (("Document",), _SURE_WEIGHT - 1)
    if "place" in features and "place-line" in features:
        return (("Place",), LIKELY_WEIGHT)
    if "is:init" in features:
        return (("Initiative",), _SURE_WEIGHT - 2)
    if "bracket:body" in features and "ordinary=all" not in features:
        # A name of several words before such brackets is mostly somebody's.
        return (ORGANISATIONS, LIKELY_WEIGHT + (1 if " " in candidate.key else 3))
    if "list:ordinary=all" in features and "ordinary=1" in features and not {"place", "list:people=all"} & features:
        return ((NONE,), LIKELY_WEIGHT)
    return None


def _is_no_thing(candidate: Candidate, says: KeySays) -> bool:
    """Whether a prize, a rule or a street is written with capitals, but none of our things."""
    features = candidate.features
    if {"place", "quoted", "linked"} & features or candidate.forms - {"cap", "head"}:
        return False
    return says.is_prize or features.isdisjoint(_BODY_HEADS)


def _called(candidate: Candidate) -> str | None:
    """``congrescentrum De Blokhoeve``, ``welzijnsorganisatie Perspectief``: what the noun right before a name says."""
    if "place" in candidate.features or "cap" not in candidate.forms or _GOES_ON.search(candidate.surface):
        return None
    for feature in sorted(f for f in candidate.features if f.startswith("before=")):
        noun = feature.removeprefix("before=")
        kinds = [_BY_NOUN[label] for label in classes_of(noun) if label in _BY_NOUN] if noun not in _LOOSE else []
        if kinds:
            return kinds[0]
    return None


def _name_rule(sheet: Sheet, candidate: Candidate, says: KeySays) -> Rule | None:
    odd = says.is_prize or not candidate.features.isdisjoint(_STREETS)
    if odd and _is_no_thing(candidate, says):
        return ((NONE,), LIKELY_WEIGHT)
    if says.is_run_on or begins_with_place(sheet, candidate):
        return ((NONE,), LIKELY_WEIGHT + 2)
    first, _, others = candidate.key.partition(" ")
    if others and first in _SEVERAL:
        return ((NONE,), _SURE_WEIGHT)
    if says.headed is not None:
        kinds, weight = says.headed
        # "Voorzorgcirkel Vierakker": with a capital the noun is part of a name, not of what the text goes on to say.
        return kinds, weight + (_CAPITAL_WEIGHT if kinds == ("Initiative",) and candidate.surface[0].isupper() else 0)
    if "has:acronym" in candidate.features and " " in candidate.key:
        return (ORGANISATIONS, LIKELY_WEIGHT)
    surface = candidate.surface
    if candidate.key.startswith(_LEGAL_FORMS):
        # With a capital it is the name that goes on, not the text.
        return (ORGANISATIONS, HEAD_WEIGHT + (_CAPITAL_WEIGHT if surface[0].isupper() else 0))
    if says.known is not None:
        capitals = surface.isupper() and len(candidate.key) >= 3
        if capitals or (len(candidate.key) > 3 and not says.known.ordinary):
            return ((says.known.kind,), LIKELY_WEIGHT if capitals else KNOWN_WEIGHT)
    called = _called(candidate)
    if called is not None:
        return ((called,), _CALLED_WEIGHT)
    # Few forms begin like an article.
    return (_NO_PERSON, LIKELY_WEIGHT + 1) if surface[0] in "'’`Hh" and _ARTICLE.match(surface) else None
