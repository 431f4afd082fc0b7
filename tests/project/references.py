"""The references that are made from the code; `python -m tests.project.references` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph_model.schema import FIELD_KINDS, LINK_KINDS, NODE_KINDS, ORGANISATION_KINDS
from queries.library import questions

DOCS = Path(__file__).parents[2] / "docs"


def references() -> dict[Path, str]:
    """The text of each reference, by its file."""
    return {DOCS / "kinds.md": "\n".join(_kinds()) + "\n", DOCS / "questions.md": "\n".join(_questions()) + "\n"}


def _kinds() -> Iterator[str]:
    yield "# Kinds of node, link and field\n"
    yield "Made from `graph_model/schema.py`. *Organisation* is Initiative, CareOrganisation, Partner, ClientCouncil"
    yield "or Movement.\n\n## Nodes\n"
    yield "| kind | Dutch | schema.org | what it is | fields |\n|---|---|---|---|---|"
    for node in NODE_KINDS.values():
        fields = ", ".join(name for name in node.fields if not FIELD_KINDS[name].hidden)
        yield f"| {node.name} | {node.dutch} | {node.schema_org} | {node.description} | {fields} |"
    yield "\n## Links\n\n| link | forwards | backwards | what it says | from → to |\n|---|---|---|---|---|"
    for link in LINK_KINDS.values():
        yield f"| {link.name} | {link.forwards} | {link.backwards} | {link.description} | {_ends(link.ends)} |"
    yield "\n## Fields\n\n| field | Dutch | what it holds |\n|---|---|---|"
    for field in FIELD_KINDS.values():
        many = "; several may stand together" if field.multiple else ""
        date = "; EDTF" if field.date else ""
        yield f"| {field.name} | {field.dutch} | {field.description}{date}{many} |"


def _ends(ends: frozenset[tuple[str, str]]) -> str:
    by_target: dict[frozenset[str], list[str]] = {}
    for start in NODE_KINDS:
        targets = frozenset(to for frm, to in ends if frm == start)
        if targets:
            by_target.setdefault(targets, []).append(start)
    in_order = ((starts, [kind for kind in NODE_KINDS if kind in targets]) for targets, starts in by_target.items())
    return " · ".join(f"{_named(starts)} → {_named(targets)}" for starts, targets in in_order)


def _named(kinds: list[str]) -> str:
    """The kinds, all five of organisations by one word."""
    rest = [kind for kind in kinds if kind not in ORGANISATION_KINDS]
    if len(kinds) == len(NODE_KINDS):
        return "any"
    return ", ".join((*rest, "organisation") if len(kinds) - len(rest) == len(ORGANISATION_KINDS) else kinds)


def _questions() -> Iterator[str]:
    yield "# Questions in Cypher\n"
    yield "Made from `queries/cypher`. Each file can be pasted into Neo4j Browser.\n"
    yield "| question | what it answers or does | parameters |\n|---|---|---|"
    for question in questions():
        parameters = ", ".join(f"`${name}`" for name in question.parameters)
        yield f"| {question.name} | {question.answers} | {parameters} |"


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for path, text in references().items():
        path.write_text(text, encoding="utf-8")
