"""One table from what went wrong to a sentence on standard error and an exit status."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from graph_model.errors import Ambiguous, NotFound, SamenspelError
from graph_model.schema import NODE_KINDS

FAULT = 1


def tell(error: SamenspelError, words: Sequence[str] = ()) -> int:
    """Say what went wrong and give the exit status of ``interfaces.md``, which each error carries."""
    if error.exit_status == FAULT:
        return tell_fault(error, words)
    print(_sentence(error), file=sys.stderr)
    if isinstance(error, Ambiguous):
        for candidate in error.candidates:
            kind = NODE_KINDS[candidate.kind].dutch if candidate.kind in NODE_KINDS else candidate.kind
            hint = f", {candidate.hint}" if candidate.hint else ""
            print(f"  {candidate.id}  {candidate.name} ({kind}{hint})", file=sys.stderr)
        print("Geef het id of een vollediger naam.", file=sys.stderr)
    if isinstance(error, NotFound) and error.suggestions:
        print(f"Bedoelde je misschien: {', '.join(error.suggestions)}?", file=sys.stderr)
    return error.exit_status


def _sentence(error: SamenspelError) -> str:
    return str(error) or f"{error.title}."


def tell_fault(fault: Exception, words: Sequence[str]) -> int:
    """A fault of ours: one sentence, and the trace in a file that a user can send."""
    trace = "".join(traceback.format_exception(fault))
    file = write_trace(f"samenspel {' '.join(words)}\n\n{trace}")
    where = f" Wat er misging staat in {file}." if file else f"\n{trace}"
    print(f"Er ging bij ons iets mis ({type(fault).__name__}); dat is geen fout van u.{where}", file=sys.stderr)
    return FAULT


def write_trace(text: str) -> Path | None:
    """Keep a trace in the folder of temporary files; None when even that can't be written."""
    now = datetime.now(UTC)
    try:
        descriptor, name = tempfile.mkstemp(".txt", f"samenspel-{now:%Y%m%d-%H%M%S}-")
        with open(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{now.isoformat()}\n{text}")
        return Path(name)
    except OSError:
        return None
