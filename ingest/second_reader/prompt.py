"""The prompt: a text that can be read and changed, filled in with the kinds that the graph knows.

Its version is a hash of everything that is asked: a changed prompt is another reader.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from graph_model.errors import BadQuestion
from graph_model.keys import digest
from ingest.second_reader.parts import LONGEST
from ingest.second_reader.schema import kinds_in_words, links_in_words, reply_schema

Message = dict[str, str]


@dataclass(frozen=True)
class Prompt:
    """What a model is asked: the instruction, the shape of the reply, and how long a part of a page may be."""

    text: str
    longest: int = LONGEST

    @cached_property
    def instruction(self) -> str:
        return self.text.replace("{{kinds}}", kinds_in_words()).replace("{{links}}", links_in_words())

    @cached_property
    def version(self) -> str:
        """Equal for equal questions."""
        return digest(self.instruction, json.dumps(reply_schema(), sort_keys=True), str(self.longest))[:12]

    def messages(self, title: str, text: str) -> list[Message]:
        """What is sent of a part of a page: the instruction and the text, the page's marks taken out of the text."""
        inner = text.replace("<pagina>", "<pagina >").replace("</pagina>", "</pagina >")
        page = f"Titel: {title}\n\n<pagina>\n{inner}\n</pagina>" if title else f"<pagina>\n{inner}\n</pagina>"
        return [{"role": "system", "content": self.instruction}, {"role": "user", "content": page}]

    @property
    def shape(self) -> dict[str, Any]:
        """The shape of the reply, as servers ask for it."""
        return {"type": "json_schema", "json_schema": {"name": "pagina", "strict": True, "schema": reply_schema()}}


def prompt_of(file: str = "", longest: int = LONGEST) -> Prompt:
    """The shipped prompt, or that of a file.

    :raises BadQuestion: when the file can't be read.
    """
    if not file:
        return Prompt(files("ingest.second_reader").joinpath("prompt.md").read_text(encoding="utf-8"), longest)
    try:
        return Prompt(Path(file).expanduser().read_text(encoding="utf-8"), longest)
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestion(f"De opdracht voor het taalmodel in {file} is niet te lezen.") from error
