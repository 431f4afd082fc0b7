"""The pages that the reader learns from are marked rightly."""

from __future__ import annotations

import re

from tests.quality.practice import FOLDER, marked_pages

_PERSON, _ORGANISATIONS = {"Person"}, {"Partner", "CareOrganisation", "Initiative", "ClientCouncil"}
_ENDS = {
    "BASED_IN": (_ORGANISATIONS, {"Place"}),
    "FEATURES": ({"Event"}, {"Initiative", "CareOrganisation"}),
    "FOLLOWS_UP": ({"Event"}, {"Event"}),
    "FOUNDED": (_PERSON, {"Initiative"}),
    "HAS_KEYWORD": ({"Event", "Document"}, {"Keyword"}),
    "HAS_ROLE": (_PERSON, _ORGANISATIONS),
    "HAS_THEME": ({"Event", "Document"}, {"Theme"}),
    "HELD_AT": ({"Event"}, _ORGANISATIONS),
    "HELD_IN": ({"Event"}, {"Place"}),
    "MEMBER_OF": (_ORGANISATIONS, {"Partner", "Movement"}),
    "ORGANISES": (_ORGANISATIONS, {"Event"}),
    "PARTNER_OF": (_ORGANISATIONS, _ORGANISATIONS | {"Movement"}),
    "PART_OF": (_ORGANISATIONS | {"Event"}, _ORGANISATIONS | {"Event", "EventSeries"}),
    "STARTED": (_ORGANISATIONS, {"Initiative"}),
    "TAKES_PART_IN": (_PERSON, {"Event"}),
}


def test_every_thing_bears_its_full_name_somewhere_on_its_page() -> None:
    faults = [
        (page.name, name)
        for page in marked_pages()
        for name, (_, forms) in page.forms.items()
        if name not in forms and name not in page.text
    ]
    assert faults == []


def test_nothing_that_marks_is_left_in_a_text() -> None:
    assert [page.name for page in marked_pages() if re.search(r"[{}]|^---$", page.text, re.MULTILINE)] == []


def test_links_join_things_that_are_marked_and_may_be_joined() -> None:
    faults = []
    for page in marked_pages():
        kinds = {name: kind for name, (kind, _) in page.forms.items()} | {"SELF": "Document"}
        for kind, subject, other in page.links:
            of, to = _ENDS[kind]
            if kinds.get(subject) not in of or kinds.get(other) not in to:
                faults.append((page.name, kind, subject, other))
    assert faults == []


def test_the_files_are_those_of_the_folder() -> None:
    heads = sum(path.read_text(encoding="utf-8").count("\n=== ") + 1 for path in FOLDER.glob("*.txt"))
    assert heads == len(marked_pages())
