"""How the graph is reached: over Bolt, at an address, or by an engine started over a folder."""
