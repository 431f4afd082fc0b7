"""Imports every module of the packages it is given: Python keeps these compiled, and of all others what they use.

To have the installer compile all that it installs takes a minute, and most of that is never loaded.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages

sys.dont_write_bytecode = False
for name in sys.argv[1:]:
    for module in walk_packages(import_module(name).__path__, f"{name}."):
        if not module.name.endswith(".__main__"):
            with suppress(ImportError):  # of an extra that is not installed
                import_module(module.name)
