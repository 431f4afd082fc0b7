// How pages were before runs changed them, to look for a name in.
MATCH (c:Change)
RETURN properties(c) AS change
