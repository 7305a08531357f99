"""Makes a preview of what a pasted text would do to a budget."""

SOURCE = "den inklistrade tabellen"
LONGEST_LABEL = 200
"""Of a line."""
