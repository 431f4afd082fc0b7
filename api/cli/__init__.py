"""The command line: ``samenspel VERB …``, one file a verb."""

from api.cli.entry import main

__all__ = ["main"]
