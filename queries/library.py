"""The library of questions: one ``.cypher`` file each, checked against its own header and against every call.

A file begins with ``// what it answers``, then one line ``// $name: meaning`` a parameter, so it can be pasted into
Neo4j Browser as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType

from graph_model.errors import Fault

_SHELF = files("queries") / "cypher"
_PARAMETER_LINE = re.compile(r"// \$([a-z][a-z0-9_]*): (\S.*)")
_COLLECTED, _UNION = " AS rows", re.compile(r"\bUNION\b")
# Strings, quoted names and comments come first, for a $ inside them is no parameter.
_PARTS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/|\$(\w+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file states it.

    :param answers: what it answers, in one sentence.
    :param parameters: the meaning of each parameter, by name.
    """

    name: str
    answers: str
    parameters: Mapping[str, str]
    text: str

    def with_parameters(self, given: Mapping[str, object]) -> str:
        """The text, when exactly the parameters of the header are given.

        :raises Fault: some are missing or too many.
        """
        if given.keys() != self.parameters.keys():
            missing, unknown = self.parameters.keys() - given.keys(), given.keys() - self.parameters.keys()
            raise Fault(
                f"Vraag {self.name} kreeg andere parameters dan zij kent: "
                f"ontbrekend {sorted(missing)}, onbekend {sorted(unknown)}."
            )
        return self.text

    @property
    def collects(self) -> bool:
        """Whether it gives all that it found as one list, ``rows``, so that it can be asked together with others."""
        return self.text.endswith(_COLLECTED) and not _UNION.search(self.text)


@cache
def question(name: str) -> Question:
    """The question in ``queries/cypher/<name>.cypher``.

    :raises Fault: there is no such file, or its header does not fit its body.
    """
    if not re.fullmatch(r"[a-z0-9_]+(/[a-z0-9_]+)+", name):
        raise Fault(f"{name!r} is geen naam van een vraag (onderwerp/vraag).")
    file = _SHELF.joinpath(*f"{name}.cypher".split("/"))
    if not file.is_file():
        raise Fault(f"De vraag {name} bestaat niet.")
    return read(name, file.read_text(encoding="utf-8"))


@cache
def together(names: tuple[str, ...], before: str = "", behind: str = "") -> str:
    """One text that answers several questions, each of which collects all that it found as ``rows``.

    Each answer has a row of its own, or none when nothing was found; ``part`` is which question it is of, from 0 on.
    The parameter ``$name`` of that question is ``$name_0`` here. Not one row for all, by a subquery: within one the
    embedded engine goes through all there is for whatever is one of a list.

    :param before, behind: texts of the same form, without parameters, that are answered first and last.
    :raises Fault: one does not collect its rows.
    """
    texts = []
    for number, name in enumerate(names):
        if not question(name).collects:
            raise Fault(f"De vraag {name} verzamelt haar regels niet, dus is niet samen met andere te stellen.")
        numbered = _PARTS.sub(partial(_with_number, number=number), question(name).text)
        texts.append(f"{numbered}, {number} AS part")
    return "\nUNION ALL\n".join(filter(None, (before, *texts, behind)))


def _with_number(part: re.Match[str], number: int) -> str:
    return f"${part[1]}_{number}" if part[1] else part[0]


def questions() -> Iterator[Question]:
    """Every question there is, by name."""
    for subject in sorted(_SHELF.iterdir(), key=lambda entry: entry.name):
        if subject.is_dir():
            for file in sorted(subject.iterdir(), key=lambda entry: entry.name):
                if file.name.endswith(".cypher"):
                    yield question(f"{subject.name}/{file.name.removesuffix('.cypher')}")


def read(name: str, source: str) -> Question:
    """The question that a file's text states.

    :raises Fault: the header misses the answer, or its parameters are not those of the body.
    """
    lines = source.splitlines()
    if not lines or not lines[0].startswith("// ") or lines[0].startswith("// $"):
        raise Fault(f"De eerste regel van {name} zegt niet wat de vraag beantwoordt.")
    end = next((index for index, line in enumerate(lines) if not line.startswith("//")), len(lines))
    parameters = dict(_parameter(name, line) for line in lines[1:end])
    text = "\n".join(lines[end:]).strip()
    used = {found for found in _PARTS.findall(text) if found}
    if used != parameters.keys():
        raise Fault(
            f"De kop van {name} noemt de parameters {sorted(parameters)}, maar de vraag gebruikt {sorted(used)}."
        )
    return Question(name, lines[0].removeprefix("// "), MappingProxyType(parameters), text)


def _parameter(name: str, line: str) -> tuple[str, str]:
    found = _PARAMETER_LINE.fullmatch(line)
    if found is None:
        raise Fault(f"In de kop van {name} staat een regel die geen parameter uitlegt: {line}")
    return found[1], found[2]
