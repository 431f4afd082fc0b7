"""The description of a register: what is wrong with it is told, before any row is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import NotUnderstood
from ingest.register.checking import describe

GOOD = """
name = "proef"
title = "Proef"

[[tables]]
file = "dingen.csv"
about = "ding"

[tables.things.ding]
kind = "Initiative"
name = "naam"
fields = { form = "soort" }

[tables.things.plaats]
kind = "Place"
name = "plaats"

[[tables.links]]
from = "ding"
kind = "BASED_IN"
to = "plaats"
"""


def fault(folder: Path, description: str) -> str:
    """What is said of a description that is wrong."""
    path = folder / "register.toml"
    path.write_text(description, encoding="utf-8")
    with pytest.raises(NotUnderstood) as raised:
        describe(path)
    return str(raised.value)


def test_a_good_description_is_taken(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text(GOOD, encoding="utf-8")
    assert describe(tmp_path / "register.toml").tables[0].things["plaats"].name.column == "plaats"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Initiative"', '"Kasteel"', "tables.1.things.ding.kind: de soort 'Kasteel' is onbekend"),
        ('"BASED_IN"', '"WOONT"', "tables.1.links.1.kind: de soort verband 'WOONT' is onbekend"),
        ('to = "plaats"', 'to = "stad"', "tables.1.links.1.to: 'stad' staat niet onder things"),
        ('about = "ding"', 'about = "iets"', "tables.1.about: 'iets' staat niet onder things"),
        ("{ form =", "{ vorm =", "tables.1.things.ding.fields.vorm: de eigenschap 'vorm' is onbekend"),
        ("{ form =", "{ start =", "tables.1.things.ding.fields.start: initiatief heeft geen eigenschap 'start'"),
        ("{ form =", "{ kind =", "tables.1.things.ding.fields.kind: de eigenschap 'kind' is onbekend"),
        ('to = "plaats"', 'to = "plaats"\nrole = "rol"', "tables.1.links.1.role: het verband BASED_IN heeft geen rol"),
        ('to = "plaats"', 'to = "plaats"\nrol = "rol"', "tables.1.links.1.rol: dit kent een registerbeschrijving niet"),
        ('from = "ding"', "", "tables.1.links.1.from: dit ontbreekt"),
        ('to = "plaats"', 'to = "plaats"\nconfidence = 2', "tables.1.links.1.confidence: dit mag hoogstens 1 zijn"),
        ('title = "Proef"', 'title = "Proef"\non_error = "ga door"',
         "on_error: dit kan alleen 'skip-row' of 'stop' zijn"),
        ('name = "proef"', 'name = "Mijn lijst"', "name: een naam heeft alleen kleine letters, cijfers en streepjes"),
        ("dingen.csv", "dingen.pdf", "tables.1.file: 'dingen.pdf' is geen CSV- of XLSX-bestand"),
        ('about = "ding"', 'about = "ding"\nencoding = "klingon"',
         "tables.1.encoding: 'klingon' is geen bekende tekencodering"),
        ('about = "ding"', 'about = "ding"\ndelimiter = ""', "tables.1.delimiter: dit moet één teken zijn"),
        ('kind = "Place"', 'kind = { family = "stad" }', "kind.family: de familie 'stad' is onbekend"),
        ('kind = "Place"', "kind = {}", "kind: geef een soort, een kolom (column) of een familie (family)"),
        ('name = "plaats"', 'name = { separator = ";" }', "name: geef een kolom (column) of een vaste waarde (value)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    sentence = fault(tmp_path, GOOD.replace(old, new, 1))
    assert sentence.startswith("De registerbeschrijving klopt niet: ")
    assert told in sentence


def test_a_file_that_is_no_description_is_told(tmp_path: Path) -> None:
    assert "geen geldige TOML" in fault(tmp_path, "naam: proef")
    assert fault(tmp_path, 'name = "leeg"\ntitle = "Leeg"\ntables = []') == (
        "De registerbeschrijving klopt niet: tables: er is geen enkele tabel."
    )
    (tmp_path / "latin.toml").write_bytes('title = "Café"'.encode("latin-1"))
    with pytest.raises(NotUnderstood, match="niet in UTF-8"):
        describe(tmp_path / "latin.toml")
    with pytest.raises(NotUnderstood, match="niet te lezen"):
        describe(tmp_path)
