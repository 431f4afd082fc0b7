"""Words that speak for a link, whatever its ends: one look-up a word."""

from __future__ import annotations

from functools import reduce
from operator import or_

from ingest.extract.remembering import Remembered
from ingest.extract.speaking import Speaking
from ingest.extract.tokens import Line

# Each word is a pattern of its own.
_TRIGGERS: tuple[tuple[str, str], ...] = (
    ("start",
     "zette zetten zet opgezet gestart startte startten oprichtt?en? opgericht richtten? begon begonnen leven wieg "
     "ontstond ontstaan initiatiefnemers? initiatiefneemsters? oprichters? oprichtster bedacht geboren akte "
     "opgeleverd voortgekomen geïnitieerd gelanceerd lanceerde grondlegger"),
    ("initof",
     "initiatief idee bedenker"),
    ("org",
     "organiseert organiseerden? organiseren georganiseerd organisatie houdt hield organisator medeorganisator "
     "bereidde voorbereid bijeengeroepen zette gehouden belegde belegt uitnodiging nodigt nodigde"),
    ("member",
     "lid leden aangesloten aan deelnemers? deelname deelneemt mee deel nieuw nieuwe toe traden telt waaronder "
     "bundeling kring toegetreden lidmaatschap"),
    ("part",
     "onderdeel locaties? valt vallen hoort horen dochter fuseerden fusie opgegaan opgaan ontstond huizen holding "
     "bij afdeling vestiging"),
    ("partner",
     "samenwerking samenwerken samenwerkt samen partners? optrekt trekt op werkt verbinding convenant coalitie"),
    ("loc",
     "in uit te gevestigd actief zit staat huist wonen werkt bezoekadres kantoor thuisbasis hele?"),
    ("take",
     "opent opende openden opening spreekt sprak sprekers? vertelt vertelde vertelden vertellen dagvoorzitter "
     "leidt leidde leidden leiding welkom heet heette presenteert presenteerde presentatie toespraak lezing "
     "gastheer gastvrouw bespreekt sluit toelichting toe muziek optreden uitgereikt reikte ontving gesprek zong "
     "draagt gespreksleiders? workshops? inleiding onthulde afscheid woord praatte biedt verricht verrichtte trad "
     "trapt interviewt tafel podium lanceert verdedigt licht lichtte houden houdt schetst schetste voorzit zegen "
     "cadeau eregast ceremoniemeester hees reflecteerden namen oproep"),
    ("feat",
     "bezoek bezochten bezocht presenteren presentatie gast rondleiding genomineerd initiatieven pitch verhaal "
     "verhalen kijken excursie prijs winnaar voorbeelden? uitreiking nominatie"),
    ("neg",
     "niet geen nooit evenmin noch nee"),
    ("hypo",
     "zou zouden misschien overweegt wil willen plannen plan praten gesprekken ooit straks overlegd voorlopig"),
    ("left",
     r"stopt stoppen gestopt vertrekt vertrok beëindigd verlaat ophouden afscheid ermee voormalig\w* oud-\w+ "
     "vroeger destijds"),
    ("follow",
     "vervolg vervolgens volgde bouwt eerder vorige opvolger na"),
    ("series",
     r"reeks serie week roadshow editie jaarlijks\w* onderdeel eerste tweede derde vierde laatste halte actieteam "
     "elk cyclus"),
    ("subsidy",
     "subsidie steun steunt betaalt betaalden? geld financiert financiering brief bijdrage sponsor"),
)  # fmt: skip
_SPEAKING = Speaking(_TRIGGERS)
# The single triggers that are asked for by name, as sets of one.
MEMBER, NEGATION = (1 << [name for name, _ in _TRIGGERS].index(name) for name in ("member", "neg"))


def _pulled(low: str) -> int:
    return sum([1 << n for n in _SPEAKING.of(low)])


_PULLED = Remembered(_pulled)


def triggers_in(line: Line, a: int, z: int) -> int:
    """The triggers that any of the words ``a``–``z`` of a line pulls: a set, each a bit of a whole number.

    It is asked for every stretch between and beside two things: to make a set of names takes twice as long.
    """
    if not line.triggers:
        line.triggers.extend(map(_PULLED.__getitem__, line.lows))
    return reduce(or_, filter(None, line.triggers[a:z]), 0)


def pulling(prefix: str) -> Remembered[int, frozenset[str]]:
    """Features of triggers: the name of each behind a prefix, made once for each set of them."""
    names = [prefix + name for name, _ in _TRIGGERS]
    return Remembered(lambda pulled: frozenset([name for n, name in enumerate(names) if pulled >> n & 1]))
