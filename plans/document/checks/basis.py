"""What a plan is measured by, besides itself."""

from dataclasses import dataclass

from finsam.federations.national import NationalRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The law's numbers, and the characters that every font of the printed document has."""

    rules: NationalRules
    characters: frozenset[str]
