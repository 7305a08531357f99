"""Sharing a whole out by largest remainder, so that the printed parts always add up to it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

Weight = int | Decimal


def percentages(figures: Sequence[Weight], decimals: int = 1) -> tuple[Decimal, ...]:
    """Each figure's percent of their sum with that many decimals; together exactly 100.

    Raises ValueError where `apportion` does, and for a negative number of decimals.
    """
    if decimals < 0:
        raise ValueError("decimals is negative")
    steps = apportion(100 * 10**decimals, figures)
    return tuple(Decimal(step).scaleb(-decimals) for step in steps)


def split(whole: int, weights: Sequence[Weight]) -> tuple[int, ...]:
    """Whole kr by weights; the parts sum to `whole`, each less than 1 kr from its exact share.

    A negative whole (a correction) is split as its opposite. Raises ValueError as `apportion`.
    """
    parts = apportion(abs(whole), weights)
    return tuple(-part for part in parts) if whole < 0 else parts


def split_by_percentages(
    whole: int, figures: Sequence[Weight], decimals: int = 1
) -> tuple[int, ...]:
    """Whole kr by the *printed* percentages of the figures, as the municipalities' part is split.

    What is printed is what counts: 48,4 % of 2 161 000 kr is 1 045 924 kr, to the krona, where the
    unrounded share would be 654 kr less. Raises ValueError as `percentages`.
    """
    return split(whole, percentages(figures, decimals))


def apportion(whole: int, weights: Sequence[Weight]) -> tuple[int, ...]:
    """Split units that cannot be divided: what is left over goes to the largest remainders.

    Equal remainders are served in the order of the weights. Raises ValueError where a weight is
    negative, or where there is no weight above 0 to share out by.
    """
    exact = [Fraction(weight) for weight in weights]
    if any(weight < 0 for weight in exact):
        raise ValueError("a weight is negative")
    total = sum(exact)
    if not total:
        raise ValueError("there is no weight above 0 to share out by")
    shares = [whole * weight / total for weight in exact]
    parts = [int(share) for share in shares]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - shares[i])
    for i in by_remainder[: whole - sum(parts)]:
        parts[i] += 1
    return tuple(parts)
