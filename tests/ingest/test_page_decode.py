"""Bad input gives one clear sentence, other encodings give the same page, and time grows with length only."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from ingest.page import read_page
from ingest.page.decode import MAX_LINES
from ingest.page.html import MAX_DEPTH, MAX_TAGS

_TEXT = "Bijeenkomst cliëntenraad Één\n\nWe zijn bij ’t Laefhoês geweest — voor € 5.\n"


@pytest.mark.parametrize(
    "raw",
    [
        _TEXT.encode(),
        b"\xef\xbb\xbf" + _TEXT.encode(),
        _TEXT.encode("windows-1252"),
        _TEXT.encode("utf-16"),
        b"\xfe\xff" + _TEXT.encode("utf-16-be"),
        _TEXT.replace("\n", "\r\n").encode(),
        _TEXT.replace("\n", "\r").encode(),
    ],
)
def test_the_same_text_in_any_encoding_is_the_same_page(raw: bytes) -> None:
    read = read_page(raw, "x")
    assert read.text == _TEXT
    assert read.title == "Bijeenkomst cliëntenraad Één"


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "windows-1252"),
        ('<meta charset="iso-8859-15">', "iso-8859-15"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-8">', "windows-1252"),
        ('<meta charset="bestaat-niet">', "windows-1252"),
        ("", "windows-1252"),
    ],
)
def test_html_says_its_encoding_or_is_wrong_about_it(meta: str, encoding: str) -> None:
    source = f"<html><head>{meta}</head><body><h1>Cliëntenraad één</h1><p>Coördinator van het café.</p></body></html>"
    read = read_page(source.encode(encoding), "x")
    assert read.title == "Cliëntenraad één"
    assert "Coördinator van het café." in read.text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Deze pagina is leeg."),
        (b" \r\n\t ", "Deze pagina is leeg."),
        (b"\xef\xbb\xbf", "Deze pagina is leeg."),
        ("\u200b\n\ufeff".encode(), "Deze pagina is leeg."),
        (b"<html><body><script>x</script></body></html>", "Op deze pagina staat geen leesbare tekst."),
        (b"<!doctype html><nav>Home</nav>", "Op deze pagina staat geen leesbare tekst."),
        (b"PK\x03\x04iets", "Dit is geen tekst maar een zip-bestand."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Dit is geen tekst maar een afbeelding."),
        (bytes(range(256)) * 20, "Dit is geen tekst maar een binair bestand."),
        (b"tekst\x00met\x00nullen\x00" * 50, "Dit is geen leesbare tekst: de tekens zijn niet te ontcijferen."),
        (b"\x01\x02\x03\x04" * 100, "Dit is geen leesbare tekst: de tekens zijn niet te ontcijferen."),
        (b"a" * 20_000_000, "Deze pagina is te groot om te lezen (20 MB)."),
        (b"a" * 6_000_000, "Deze pagina is te lang om te lezen (6 miljoen tekens)."),
        (b"a\n" * (MAX_LINES + 9), "Deze pagina heeft te veel regels om te lezen."),
        (b"<html><body>" + b"<p>a" * (MAX_TAGS + 9), "Deze pagina heeft te veel onderdelen om te lezen."),
        (b"<html><body>" + b"<div>" * (MAX_DEPTH + 9) + b"x", "Deze pagina is onleesbaar diep genest."),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as told:
        read_page(raw, "https://a.example/b")
    assert str(told.value) == sentence
    assert told.value.source == "https://a.example/b"


@pytest.mark.parametrize("cut", range(1, 400, 13))
def test_html_that_was_cut_off_anywhere_is_still_read(cut: int) -> None:
    source = (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Café Ommen</title>'
        '<script type="application/ld+json">{"@type":"Event","name":"Café"}</script></head><body><main>'
        '<h1 class="entry-title">Café Ommen</h1><table><tr><td>10.00</td><td>Inloop in het café</td></tr></table>'
        "<p>We drinken <b>koffie met <a href='x'>buren</a></b> uit één pot.</p></main>"
    ).encode()
    try:
        read = read_page(source[:cut] or b"x", "x")
    except NotUnderstood:
        assert cut < 330
    else:
        assert read.text.strip()


def test_a_character_cut_in_half_at_the_end_does_not_matter() -> None:
    assert read_page("Een titel\n\nHet café".encode()[:-1], "x").text == "Een titel\n\nHet caf"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(NotUnderstood):
        read = read_page(raw, "x")
        assert read.text.strip()
        read.text.encode()


@pytest.mark.parametrize(
    "piece",
    ["[", "*a", "a | ", "> ", "A:", "(", "“", "a\n", "- x\n", "10.30 x\n", "📅 x\n", "x\n    y\n", "@", "a@", "06 ",
     "<a>home</a>", "<div>cookie beleid", "<div><a><h2>x</h2></a></div>", "<p>© <a>Home</a>",
     "|", "_", "<!---->", "<b>", "<p>", "<td>", "<li>a", "<a>", "<br>", "<!--", "&amp", "<h2>Lees ook</h2>",
     "<dt>x<dd>y",
     "<p class='a-b-c'>"],
)  # fmt: skip
def test_no_input_makes_reading_explode(piece: str) -> None:
    """Half a minute would be a matter of hours if time grew faster than length; nothing here is timed."""
    for start in ("Titel\n\n", "<html><h1>Titel</h1>"):
        with suppress(NotUnderstood):
            read_page((start + piece * (40_000 // len(piece))).encode(), "x")
