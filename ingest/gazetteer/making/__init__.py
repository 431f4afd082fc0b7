"""How the shipped list of places is made from two public packages and our own lists; see ``data/README.md``."""
