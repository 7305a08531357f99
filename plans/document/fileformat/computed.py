"""The computed part of a file: what we compute, and where a file says otherwise."""

from collections.abc import Iterator, Mapping
from typing import Any

from budgets import arithmetic
from budgets.shares import percentages
from budgets.sheet import ShareKey, Sheet
from goals.content import Intervention, Level
from goals.volumes import totals
from plans.document.content import PlanContent
from plans.document.fileformat.faults import Fault, described, pointer
from plans.document.fileformat.schema import Computed, ComputedBudget, PlanFile

Leaf = tuple[tuple[str, ...], str | int]


def computed(content: PlanContent) -> Computed:
    """Budget figures in kr, shares in percent as printed, volumes by level and unit."""
    sheet = content.budget
    return Computed(
        budget=None if sheet is None else _budget(sheet),
        shares={} if sheet is None or sheet.share_key is None else _shares(sheet.share_key),
        volumes=_volumes(content.goal_map.interventions),
    )


def computed_faults(file: PlanFile) -> list[Fault]:
    """Where a computed figure of the file is not ours, with both."""
    if file.computed is None:
        return []
    ours = dict(_leaves((), _tree(computed(file))))
    return [
        _disagreement(place, ours.get(place), theirs)
        for place, theirs in _leaves((), _tree(file.computed))
        if ours.get(place) != theirs
    ]


def _budget(sheet: Sheet) -> ComputedBudget:
    return ComputedBudget(**arithmetic.computed(arithmetic.figures(sheet)))


def _shares(key: ShareKey) -> dict[str, str]:
    figures = [entry.figure for entry in key.entries]
    if not any(figures):
        return {}
    shares = percentages(figures, key.decimals)
    return {str(entry.member): str(share) for entry, share in zip(key.entries, shares, strict=True)}


def _volumes(interventions: tuple[Intervention, ...]) -> dict[str, dict[str, int]]:
    return {level: sums for level in Level if (sums := totals(interventions, level))}


def _tree(part: Computed) -> dict[str, Any]:
    budget = part.budget or ComputedBudget()
    return {
        "budget": {"rows": budget.rows, "groups": budget.groups},
        "shares": part.shares,
        "volumes": part.volumes,
    }


def _leaves(place: tuple[str, ...], tree: Any) -> Iterator[Leaf]:
    if not isinstance(tree, Mapping):
        yield place, tree
        return
    for name, below in tree.items():
        yield from _leaves((*place, str(name)), below)


def _disagreement(place: tuple[str, ...], ours: str | int | None, theirs: str | int) -> Fault:
    expected = "ingen beräknad siffra" if ours is None else f"{described(ours)} som vi räknar fram"
    return Fault(pointer("computed", *place), expected, described(theirs))
