"""Pages in, claims out: reading, who enters, and loading."""
