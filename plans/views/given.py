"""What a page sends, read with care."""

LONGEST = 18
"""Digits of a number that the database can hold."""


def number(text: str) -> int | None:
    """A whole number from 0, None where the text is none."""
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST
    return int(text) if is_number else None
