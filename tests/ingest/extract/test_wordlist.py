"""The word list that is read in parts: it holds exactly the words of its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.lexicon.wordlist import WordList

_LETTERS = "abeéëz’-"
_WORDS = st.text(_LETTERS, min_size=1, max_size=5)


@given(st.sets(_WORDS), st.lists(st.text(_LETTERS, max_size=6)), st.integers(1, 30))
def test_a_word_list_holds_what_a_set_of_its_words_holds(words: set[str], asked: list[str], block: int) -> None:
    listed = WordList("".join(f"{word}\n" for word in sorted(words)), block)
    assert [word in listed for word in (*asked, *sorted(words))] == [word in words for word in (*asked, *sorted(words))]
