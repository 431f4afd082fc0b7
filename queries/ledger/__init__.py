"""The only door for writes: claims and decisions in, the touched part of the graph drawn in the same transaction.

Each thing is imported from the module that it lives in, so that a question that reads a few rows does not load all
that writes. Where to begin: ``pages.record`` and ``withdraw``, ``deciding.decide``, ``runs.begin_run``,
``rebuild.rebuild``, ``erasing.erase``.
"""
