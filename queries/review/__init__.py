"""Who is who: what things are compared by, a person's verdict on two of them, and what speaks against it."""
