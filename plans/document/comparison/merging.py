"""A stand-in until the real one is joined."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Both."""

    html: str
    is_clean: bool = True


def merged(base: str, mine: str, theirs: str) -> Merge:
    """Both, one after the other."""
    return Merge(html=mine + theirs)
