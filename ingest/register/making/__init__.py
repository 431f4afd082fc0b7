"""How the bundled register is made from the tables that were gathered by hand; nothing here is needed to read it."""
