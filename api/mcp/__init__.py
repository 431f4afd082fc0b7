"""The same questions for a language model's program, by the Model Context Protocol (the extra ``[mcp]``): read-only."""
