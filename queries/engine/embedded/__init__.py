"""The embedded engine: ArcadeDB over a folder, started as a child on loopback and reached over Bolt like any other."""
