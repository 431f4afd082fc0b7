"""Fits how sure the second reader is and writes the shipped table: ``python -m tests.quality.second_reader.train``."""

from __future__ import annotations

from pathlib import Path

import ingest.second_reader
from tests.quality.second_reader.fit import fit, save
from tests.quality.second_reader.material import asked, held_out


def main() -> None:
    """Trains on all pages that have a reply; some minutes, for the built-in reader is trained without each set."""
    pages = asked(held_out())
    file = Path(ingest.second_reader.__file__).with_name("confidence.tsv")
    save(fit(pages), file)
    print(f"{len(pages)} antwoorden gelezen; gewichten geschreven naar {file}")


if __name__ == "__main__":
    main()
