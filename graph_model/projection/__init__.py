"""Claims and decisions in, nodes and links out: pure, without I/O. Where to begin: ``project.project``."""
