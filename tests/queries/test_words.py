"""Links as Dutch sentences."""

from __future__ import annotations

import pytest

from graph_model.schema import LINK_KINDS, NODE_KINDS
from queries.results import Ref
from queries.words import joint_sentence, kind_words, listed, sentence, titled, words_of


@pytest.mark.parametrize("direction", ["out", "in"])
@pytest.mark.parametrize("kind", LINK_KINDS)
def test_every_link_is_a_sentence_in_both_directions(kind: str, direction: str) -> None:
    words = sentence(kind, direction, "De Linde", "De Berk")
    assert words.startswith("De Linde ")
    assert "De Berk" in words
    assert words_of(kind, direction)


def test_the_two_directions_of_a_link_differ_unless_it_is_symmetric() -> None:
    for kind, link in LINK_KINDS.items():
        same = sentence(kind, "out", "A", "B") == sentence(kind, "in", "A", "B")
        assert same == link.symmetric, kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (sentence("STARTED", "out", "Buurtkring", "De Linde"), "Buurtkring bracht De Linde voort"),
        (sentence("STARTED", "in", "De Linde", "Buurtkring"), "De Linde is voortgekomen uit Buurtkring"),
        (sentence("HAS_ROLE", "out", "Truus", "De Linde", "voorzitter"), "Truus is voorzitter bij De Linde"),
        (sentence("HAS_ROLE", "in", "De Linde", "Truus", "voorzitter"), "De Linde heeft als voorzitter Truus"),
        (sentence("HAS_ROLE", "out", "Truus", "De Linde"), "Truus is betrokken bij De Linde"),
        (sentence("FOUNDED", "out", "Truus", "De Linde"), "Truus richtte De Linde op"),
        (sentence("MADE", "out", "Truus", "Het rapport", "auteur"), "Truus is auteur van Het rapport"),
        (sentence("HAS_THEME", "out", "De Linde", "Ontmoeten", here_kind="Initiative"),
         "De Linde houdt zich bezig met Ontmoeten"),
        (sentence("HAS_THEME", "out", "Open dag", "Ontmoeten", here_kind="Event"), "Open dag gaat over Ontmoeten"),
        (sentence("MEMBER_OF", "out", "De Linde", "De Beweging", dates="sinds 2021"),
         "De Linde doet mee met De Beweging (sinds 2021)"),
        (words_of("HAS_ROLE", "in", "voorzitter"), "heeft als voorzitter"),
        (words_of("TAKES_PART_IN", "out", "spreker"), "werkt mee aan (spreker)"),
    ],
)  # fmt: skip
def test_sentences_read_as_somebody_would_say_them(words: str, expected: str) -> None:
    assert words == expected


def test_braces_and_markup_in_a_name_stay_as_they_are() -> None:
    assert sentence("STARTED", "out", "{b} </script>", "{a}", "{role}") == "{b} </script> bracht {a} voort"


def _ref(name: str, kind: str = "Initiative") -> Ref:
    return Ref(id=name, kind=kind, name=name)


def test_something_shared_joins_two_things_in_one_sentence() -> None:
    person, one, other = _ref("Truus", "Person"), _ref("De Linde"), _ref("De Berk")
    same_role = joint_sentence(person, ("HAS_ROLE", "in", "lid", one), ("HAS_ROLE", "in", "lid", other))
    two_roles = joint_sentence(person, ("HAS_ROLE", "in", "voorzitter", one), ("HAS_ROLE", "in", "lid", other))
    two_links = joint_sentence(person, ("FOUNDED", "in", "", one), ("HAS_ROLE", "in", "lid", other))
    theme = joint_sentence(_ref("Ontmoeten", "Theme"), ("HAS_THEME", "out", "", one), ("HAS_THEME", "out", "", other))
    assert same_role == "Truus is lid bij De Linde en De Berk"
    assert two_roles == "Truus is voorzitter bij De Linde en lid bij De Berk"
    assert two_links == "Truus richtte De Linde op en is lid bij De Berk"
    assert theme == "Ontmoeten is een onderwerp van De Linde en De Berk"


def test_titles_that_would_blur_a_sentence_stand_in_quotes() -> None:
    assert titled(_ref("Open dag", "Event")) == "Open dag"
    assert titled(_ref("Hoe sluit ik aan?", "Event")) == "“Hoe sluit ik aan?”"
    assert titled(_ref("Samen zorgen voor elkaar in de wijk", "Event")) == "“Samen zorgen voor elkaar in de wijk”"
    assert titled(_ref("Rapport", "Document")) == "“Rapport”"
    assert titled(_ref("Hoe dan?")) == "Hoe dan?"


@pytest.mark.parametrize(
    ("role", "shown"),
    [("Locatiemanager", "locatiemanager"), ("LOC-adviseur", "LOC-adviseur"), ("Wethouder Zorg", "wethouder Zorg")],
)
def test_a_role_loses_the_capital_of_the_line_it_began(role: str, shown: str) -> None:
    assert sentence("HAS_ROLE", "out", "Truus", "De Linde", role) == f"Truus is {shown} bij De Linde"


def test_enumerations_are_dutch() -> None:
    assert [listed(list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A en B", "A, B en C"]


def test_every_kind_of_thing_has_a_dutch_word() -> None:
    assert all(kind_words(kind) != kind for kind in NODE_KINDS)
