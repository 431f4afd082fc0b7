"""A ledger that holds one person's name in every place where a name can be held."""

from __future__ import annotations

import json

from graph_model.decisions import Decision, Verdict
from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import fingerprint, host_of
from graph_model.names import fold_person
from queries import Graph
from queries.engine.base import Reading
from queries.layout_store import Layout, keep
from queries.ledger.deciding import decide
from queries.ledger.pages import record
from queries.ledger.records import PageReading, PageRecord
from queries.ledger.replies import Reply, keep_replies
from queries.ledger.runs import begin_run, end_run

NAME, OTHER, STAYS = "Truida Wijkmanhof", "Trudy Wijkmanhof", "Anna van der Bosbeek"
AT = "2025-01-01T00:00:00+00:00"
LATER = "2025-02-01T00:00:00+00:00"
ADDRESS, OWN = "https://dorp.example/bericht", "https://dorp.example/team/truida-wijkmanhof"
TEXT = (
    f"Lezing van {NAME}\n{NAME} is voorzitter van De Lindekring. Truida: “Wij doen het samen.” "
    f"Mevrouw Wijkmanhof werkt met {STAYS}, penningmeester van De Lindekring."
)
CHANGED = TEXT.replace("Truida: ", "Zij: ")
CIRCLE = End("Initiative", "De Lindekring")


def person(name: str = NAME) -> End:
    return End("Person", name, "De Lindekring")


def page(address: str, text: str, at: str = AT, origin: Origin = Origin.PAGE) -> PageRecord:
    title = text.partition("\n")[0]
    return PageRecord(address, title, text, fingerprint(text), host_of(address), at, origin=origin)


def reading(of: PageRecord, *said: tuple[End, str, End | str, str], origin: Origin = Origin.PAGE) -> PageReading:
    """What a reader says of a page; each quote is the line that names the subject, else the first."""
    document = End("Document", of.address)
    all_said: list[tuple[End, str, End | str, str]] = [
        (document, "fingerprint", of.fingerprint, ""), (document, "name", of.title, ""),
        *((document, "MENTIONS", end, "") for end in dict.fromkeys(end for one in said for end in _ends(one))), *said,
    ]  # fmt: skip
    return PageReading(of, "samenspel", "1", tuple(_claim(of, one, origin) for one in all_said))


def _ends(said: tuple[End, str, End | str, str]) -> list[End]:
    return [end for end in (said[0], said[2]) if isinstance(end, End)]


def _claim(of: PageRecord, said: tuple[End, str, End | str, str], origin: Origin) -> Claim:
    subject, predicate, target, role = said
    quote = next((line for line in of.text.split("\n") if subject.name in line), of.text.split("\n")[0])
    start = of.text.index(quote)
    return Claim(
        of.key, subject, predicate, target if isinstance(target, End) else None,
        "" if isinstance(target, End) else target, role,
        (Evidence("samenspel", "1", quote, start, start + len(quote), 0.9),),
        origin, of.host, of.fingerprint, of.fetched, of.fetched,
    )  # fmt: skip


def lecture_page(text: str, at: str) -> PageReading:
    """A page that names the person in a title, in running text, in a role and in an address that it leads to."""
    lecture = End("Event", f"Lezing {NAME}", "2025-03-01")
    return reading(
        page(ADDRESS, text, at), (person(), "HAS_ROLE", CIRCLE, "voorzitter"), (person(), "alias", OTHER, ""),
        (person(STAYS), "HAS_ROLE", CIRCLE, f"plaatsvervanger van {NAME}"), (CIRCLE, "ORGANISES", lecture, ""),
        (lecture, "start", "2025-03-01", ""), (CIRCLE, "url", OWN, ""),
        (End("Document", ADDRESS), "LINKS_TO", End("Document", OWN), ""),
        (CIRCLE, "PARTNER_OF", End("Partner", f"{NAME} Fonds"), ""),
    )  # fmt: skip


def readings() -> list[PageReading]:
    """The pages that hold the name, one of them in its address."""
    return [
        lecture_page(TEXT, AT),
        reading(page(OWN, f"Over {OTHER}\n{OTHER} woont in het dorp."), (person(OTHER), "HAS_ROLE", CIRCLE, "")),
        reading(page("https://dorp.example/na", f"{NAME.upper()} sprak.", LATER), (person(), "HAS_ROLE", CIRCLE, "")),
    ]  # fmt: skip


def load_name(graph: Graph) -> None:
    """Put the name everywhere."""
    run = begin_run(graph, "read", [OWN, f"{NAME}.html"], AT)
    record(graph, readings(), run)
    changed = lecture_page(CHANGED, LATER)
    record(graph, [changed], begin_run(graph, "read", (), LATER))
    end_run(graph, run, "done", {}, AT)
    key = person().key
    decide(graph, Decision(Verdict.SAME, key, person(OTHER).key, by=NAME, at=AT, reason=f"{NAME} zei het zelf"))
    decide(graph, Decision(
        Verdict.CONFIRMED, person(STAYS).key, CIRCLE.key, "HAS_ROLE", "", "penningmeester", by=NAME, at=AT,
        reason=f"Gebeld met {NAME} op 06-12345678",
    ))  # fmt: skip
    keep_replies(graph, [Reply(changed.page.fingerprint, "1", "model", json.dumps({"things": [{"name": NAME}]}), AT)])
    ids = [row["id"] for row in graph.answer(lambda tx: tx.run("MATCH (t:Thing) RETURN t.id AS id"))]
    keep(graph, Layout(dict.fromkeys(ids, (1.0, 2.0))))


def where_held(graph: Graph, name: str) -> set[str]:
    """The labels of all nodes and links that hold a name in any property, in any spelling that folds alike."""
    needle = fold_person(name).replace(" ", "")

    def question(tx: Reading) -> set[str]:
        nodes = tx.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS row")
        links = tx.run("MATCH ()-[r]->() RETURN [type(r)] AS labels, properties(r) AS row")
        return {
            "/".join(sorted(found["labels"])) for found in (*nodes, *links)
            if needle in fold_person(json.dumps(found["row"], ensure_ascii=False, default=str)).replace(" ", "")
        }  # fmt: skip

    return graph.answer(question)
