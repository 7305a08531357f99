"""What a plan means for one member: its contribution in the plan's year and the year before."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from budgets.sheet import Column, ColumnKind, Line, ShareEntry, ShareKey, Sheet
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.content import PlanContent
from plans.document.own_part import NO_BUDGET, NOT_ENTERED, OwnPart, own_part
from tests import factories
from tests.plans.document.checks.plans import example

KEYS = {name: factories.key(name) for name in ("berg", "fk", "af")}
KINDS = (
    ("berg", "Bergs kommun", MemberKind.MUNICIPALITY),
    ("fk", "Försäkringskassan", MemberKind.STATE_AGENCY),
    ("af", "Arbetsförmedlingen", MemberKind.STATE_AGENCY),
)


def content(*lines: Line, year: int = 2025, **more: Any) -> PlanContent:
    columns = [Column(year=y, kind=ColumnKind.BUDGET) for y in (year - 1, year)]
    members = [MemberProfile(key=KEYS[key], name=name, kind=kind) for key, name, kind in KINDS]
    sheet = Sheet(columns=tuple(columns), income=lines)
    return replace(
        factories.content(), year=year, members=tuple(members), budget=replace(sheet, **more)
    )


def pays(member: str, **amounts: int) -> Line:
    """Kr by year: `pays("berg", y2025=1)`."""
    kr = {f"budget-{year[1:]}": amount for year, amount in amounts.items()}
    return Line(key=factories.key(f"line {member}"), label=member, member=KEYS[member], amounts=kr)


def of(plan: PlanContent, member: str = "berg", earlier: PlanContent | None = None) -> OwnPart:
    return own_part(plan, KEYS[member], earlier)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_it_tells_both_years_and_the_difference() -> None:
    part = of(content(pays("berg", y2024=350_000, y2025=368_000)))
    assert plain(part.line) == "Er del 2025: 368 000 kr. 2024: 350 000 kr (+18 000 kr, +5 %)."


def test_the_same_is_unchanged() -> None:
    assert of(content(pays("berg", y2024=5, y2025=5))).change == "oförändrat"


def test_less_is_told_with_minus() -> None:
    change = of(content(pays("berg", y2024=200, y2025=100))).change
    assert plain(change) == "−100 kr, −50 %"


def test_from_nothing_there_is_no_percent() -> None:
    assert plain(of(content(pays("berg", y2024=0, y2025=100))).change) == "+100 kr"


def test_where_the_year_before_is_not_in_the_budget_an_earlier_plan_tells_it() -> None:
    earlier = content(pays("berg", y2024=90), year=2024)
    part = of(content(pays("berg", y2025=100)), earlier=earlier)
    assert part.before == 90
    assert of(content(pays("berg", y2025=100))).before is None


def test_a_plan_of_another_year_tells_nothing_of_this_one() -> None:
    earlier = content(pays("berg", y2022=90), year=2022)
    assert of(content(pays("berg", y2025=100)), earlier=earlier).before is None


def test_a_municipalitys_share_of_the_key_is_told() -> None:
    entries = (
        ShareEntry(member=KEYS["berg"], figure=484),
        ShareEntry(member=factories.key("annan"), figure=516),
    )
    key = ShareKey(basis="Folkmängd", entries=entries)
    part = of(content(pays("berg", y2025=1), share_key=key))
    assert plain(part.share) == "48,4 % efter folkmängd"
    assert of(content(pays("fk", y2025=1), share_key=key), "fk").share == ""


def test_the_state_is_told_who_pays() -> None:
    said = of(content(pays("fk", y2025=4_322_000)), "af").note
    assert plain(said) == (
        "Statens del, 4 322 000 kr 2025, betalas av Försäkringskassan. "
        "Ni betalar inget eget bidrag."
    )
    assert of(content(), "af").note.startswith("Statens del betalas av Försäkringskassan.")
    assert of(content(pays("fk", y2025=1)), "fk").amount == 1


def test_where_nothing_is_entered_it_says_so() -> None:
    assert of(content()).note == NOT_ENTERED
    assert of(replace(content(), budget=None)).note == NO_BUDGET


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_difference_adds_up(before: int, after: int) -> None:
    part = of(content(pays("berg", y2024=before, y2025=after)))
    assert (part.before, part.amount) == (before, after)
    step = plain(part.change).split(" kr")[0].replace(" ", "").replace("−", "-")
    assert (int(step) if before != after else 0) == after - before


def test_of_the_examples_each_member_is_told_something() -> None:
    for name in ("sodra-lappland-2024", "blekinge-2023", "vastra-ostergotland-2025"):
        plan = example(name)
        assert all(own_part(plan, member.key).line for member in plan.members)
