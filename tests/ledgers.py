"""Random ledgers: pages that speak of few things in many spellings, and what people decide about them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from graph_model.decisions import Decision, Verdict
from graph_model.evidence import HAND_ADDRESS, Claim, End, Evidence, Origin
from graph_model.keys import digest, key_of
from queries.ledger.records import PageReading, PageRecord

ADDRESSES = (
    "https://a.example/een",
    "https://a.example/twee",
    "https://b.example/een",
    "https://www.c.example/drie/",
)
ORGANISATIONS = (
    "Het Dorpshuis", "Dorpshuis", "'t Dorpshuis", "De Linde", "Stichting De Linde", "DL", "Zorggroep Noord",
    "Zorggroep Zuid", "ZN",
)  # fmt: skip
KINDS = ("Initiative", "CareOrganisation", "Partner")
PEOPLE = ("Anna de Vries", "Bo Ypma", "J. Jansen")
PLACES = (("Bergen", "gn1"), ("Bergen", "gn2"), ("Den Bosch", "gn3"), ("'s-Hertogenbosch", "gn3"), ("Bergen", ""))
DATES = ("", "2024", "2024-06", "2024-06-14", "2024-06-21", "2024-06-14T13:00")

organisations = st.builds(
    End, st.sampled_from(KINDS), st.sampled_from(ORGANISATIONS), st.sampled_from(("", "", "Bergen", "Zeist"))
)
people = st.builds(End, st.just("Person"), st.sampled_from(PEOPLE), st.sampled_from(("", *ORGANISATIONS)))
occasions = st.sampled_from((*DATES, "2024-06-14@Zeist", "2024-06-14@Bergen", "2024-06@Zeist"))
events = st.builds(End, st.just("Event"), st.sampled_from(("Open dag", "Meet-up")), occasions)
series = st.builds(End, st.just("EventSeries"), st.sampled_from(("Sparsessies", "Meet-ups")))
places = st.sampled_from(PLACES).map(lambda place: End("Place", *place))
themes = st.builds(End, st.just("Theme"), st.sampled_from(("Eigen regie", "eigen-regie", "Ontmoeten")))
subjects = st.one_of(organisations, people, events)
sure = st.sampled_from((0.2, 0.4, 0.45, 0.6, 0.9))
LINKS = (
    (organisations, "PARTNER_OF", organisations),
    (organisations, "STARTED", organisations),
    (organisations, "PART_OF", organisations),
    (organisations, "BASED_IN", places),
    (organisations, "ORGANISES", events),
    (events, "PART_OF", series),
    (events, "HELD_IN", places),
    (people, "HAS_ROLE", organisations),
    (organisations, "HAS_THEME", themes),
)  # fmt: skip
FIELDS = (
    (organisations, "alias", st.sampled_from(ORGANISATIONS)),
    (organisations, "url", st.sampled_from(("https://x.example", "https://y.example"))),
    (events, "start", st.sampled_from(DATES[1:])),
    (places, "position", st.sampled_from(("52.1,5.2,place", "51.0,4.0,municipality"))),
)


@dataclass(frozen=True, slots=True)
class Say:
    """A statement before a page says it."""

    subject: End
    predicate: str
    object: End | None
    value: str
    role: str
    confidence: float
    stated: bool
    valid_to: str
    valid_from: str = ""


def _link(rule: tuple[st.SearchStrategy[End], str, st.SearchStrategy[End]]) -> st.SearchStrategy[Say]:
    subject, predicate, target = rule
    roles = st.sampled_from(("", "voorzitter", "Voorzitter")) if predicate == "HAS_ROLE" else st.just("")
    return st.builds(
        Say, subject, st.just(predicate), target, st.just(""), roles, sure, st.booleans(),
        st.sampled_from(("", "2023", "..")), st.sampled_from(("", "2021", "2024-05")),
    )  # fmt: skip


def _field(rule: tuple[st.SearchStrategy[End], str, st.SearchStrategy[str]]) -> st.SearchStrategy[Say]:
    subject, predicate, value = rule
    return st.builds(Say, subject, st.just(predicate), st.none(), value, st.just(""), sure, st.booleans(), st.just(""))


says = st.one_of(*(_link(rule) for rule in LINKS), *(_field(rule) for rule in FIELDS))


def claim_of(say: Say, page: PageRecord, reader: str = "samenspel", version: str = "1") -> Claim:
    """The claim of a page that says it."""
    evidence = Evidence(reader, version, "…", 0, 1, say.confidence, say.stated, say.valid_from, say.valid_to)
    return Claim(
        page.key, say.subject, say.predicate, say.object, say.value, say.role, (evidence,),
        Origin.PAGE, page.host, page.fingerprint, page.fetched, page.fetched,
    )  # fmt: skip


def reading_of(address: str, text: str, said: tuple[Say, ...], day: int, version: str = "1") -> PageReading:
    """What a reader makes of a page: what it says, that it exists, and what it names."""
    host = address.split("/")[2].removeprefix("www.")
    page = PageRecord(address, text, text, digest(text), host, f"2024-01-{day:02d}T00:00:00+00:00")
    document = End("Document", address)
    named = {end for say in said for end in (say.subject, say.object) if end}
    own = [Say(document, "fingerprint", None, page.fingerprint, "", 1.0, True, "")]
    own += [Say(document, "MENTIONS", end, "", "", 0.7, True, "") for end in sorted(named, key=repr)]
    claims = tuple(claim_of(say, page, version=version) for say in (*own, *said))
    return PageReading(page, "samenspel", version, claims)


readings = st.builds(
    reading_of,
    st.sampled_from(ADDRESSES),
    st.sampled_from(("tekst een", "tekst twee", "tekst drie")),
    st.lists(says, max_size=6).map(tuple),
    st.integers(1, 9),
    st.sampled_from(("1", "2")),
)


def by_hand(say: Say, who: str, day: int) -> PageReading:
    """A fact that somebody added: a page of its own that holds one claim."""
    at = f"2024-02-{day:02d}T00:00:00+00:00"
    address = HAND_ADDRESS + digest(who, repr(say))
    page = PageRecord(address, f"eigen waarneming van {who}", "", "", "met-de-hand", at, origin=Origin.PERSON)
    claim = replace(claim_of(say, page, who), origin=Origin.PERSON)
    return PageReading(page, who, "1", (claim,))


facts_by_hand = st.builds(by_hand, says, st.sampled_from(("Anna", "Bo")), st.integers(1, 28))

_keys = st.one_of(organisations, people, events).map(lambda end: key_of(end.kind, end.name, end.qualifier))
_at = st.integers(10, 28).map(lambda day: f"2024-02-{day}T00:00:00+00:00")
pair_decisions = st.builds(
    lambda verdict, pair, at: Decision(verdict, pair[0], pair[1], by="test", at=at),
    st.sampled_from((Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)),
    st.one_of(*(
        st.tuples(ends, ends).map(lambda pair: tuple(e.key for e in pair)).filter(lambda p: p[0] != p[1])
        for ends in (organisations, organisations, people, events, series)
    )),
    _at,
)  # fmt: skip


def _on_statement(verdict: Verdict, say: Say, at: str) -> Decision:
    right = say.object.key if say.object else ""
    replacement = "https://z.example" if verdict == Verdict.REPLACED else ""
    return Decision(verdict, say.subject.key, right, say.predicate, say.value, say.role, replacement, "test", at)


statement_decisions = st.builds(_on_statement, st.sampled_from((Verdict.CONFIRMED, Verdict.REFUSED)), says, _at)
replacements = st.builds(_on_statement, st.just(Verdict.REPLACED), _field(FIELDS[1]), _at)
kind_decisions = st.builds(
    lambda end, kind, at: Decision(Verdict.CONFIRMED, end.key, "", "kind", kind, by="test", at=at),
    organisations, st.sampled_from(KINDS), _at,
)  # fmt: skip
decisions = st.one_of(pair_decisions, statement_decisions, replacements, kind_decisions)
