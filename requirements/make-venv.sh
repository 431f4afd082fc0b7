#!/bin/sh
# make-venv.sh FOLDER: an empty virtual environment, made by the first Python 3.11 or newer that is found.
# $PYTHON, when set, is tried first, then the system's own: distributions build Python with its profile, and one that
# somebody compiled for himself without that reads a fifth fewer pages. Says in plain words what is missing.
set -eu
folder=$1
found=""
for python in ${PYTHON:-} /usr/bin/python3 python3 python3.13 python3.12 python3.11 python; do
    command -v "$python" >/dev/null 2>&1 || continue
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    found=$python
    # Debian takes ensurepip out of Python; without it no environment gets its pip.
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        if "$python" -m venv "$folder"; then exit 0; fi
        rm -rf "$folder"
        echo "'$python -m venv $folder' failed; see the lines above." >&2
        exit 1
    fi
done
if [ -n "$found" ]; then
    version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python $version is here, but without its parts 'venv' and 'ensurepip'." >&2
    echo "On Debian and Ubuntu: apt install python$version-venv; then run make again." >&2
else
    echo "Samenspel needs Python 3.11 or newer, and none was found." >&2
    echo "If you have one elsewhere: make setup PYTHON=/path/to/python3" >&2
fi
exit 1
