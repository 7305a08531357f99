"""Half a page of what is new."""

from dataclasses import replace

from plans.document.comparing.news import news
from plans.document.copying import moved_on
from tests.plans.document.comparing.compared import (
    compared,
    decided,
    example,
    with_amount,
    with_section,
)

SODRA = example("sodra-lappland-2024")
VASTRA = example("vastra-ostergotland-2025")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_nothing_is_new_between_a_plan_and_itself() -> None:
    found = news(compared(SODRA, SODRA))
    assert (found.is_empty, found.count, found.section_count) == (True, 0, 0)
    assert not any(each.is_changed for each in found.money)


def test_the_money_of_the_plans_own_year() -> None:
    found = news(compared(SODRA, with_amount(SODRA, "Förbundschef", "budget-2024", 1_000_000)))
    said = {
        each.label: tuple(map(plain, (each.old, each.new, each.difference, each.percent)))
        for each in found.money
    }
    assert (found.column, found.unit) == ("Budget 2024", "tkr")
    assert said == {
        "Summa intäkter": ("4 052", "4 052", "", ""),
        "Summa kostnader": ("4 483", "4 083", "−400 tkr", "−9 %"),
        "Årets resultat": ("−431", "−31", "+400 tkr", "+93 %"),
        "Utgående eget kapital": ("1 665", "2 065", "+400 tkr", "+24 %"),
    }


def test_money_of_other_years_is_told_too() -> None:
    found = news(compared(decided(SODRA), SODRA))
    assert [plain(each) for each in found.elsewhere] == [
        "Summa intäkter 2025: 3 752 → 4 052 tkr (+300 tkr, +8 %)",
        "Utgående eget kapital 2025: 1 046 → 1 346 tkr (+300 tkr, +29 %)",
        "Utgående eget kapital 2026: 727 → 1 027 tkr (+300 tkr, +41 %)",
    ]
    assert found.count == 1


def test_a_budget_of_one_year_stands_beside_last_years() -> None:
    found = news(compared(VASTRA, moved_on(VASTRA, 2026)))
    assert (found.old_column, found.column) == ("Budget 2025", "Budget 2026")
    assert [plain(each.old) for each in found.money] == ["8 644 000", "10 010 000", "−1 366 000"]


def test_insatser_goals_and_sections() -> None:
    first, second, *others = VASTRA.goal_map.interventions
    new = replace(first, key=second.goals[0], name="Ny väg")
    goal_map = replace(VASTRA.goal_map, interventions=(replace(second, volume=60), *others, new))
    perspective, *rest = goal_map.perspectives
    changed = replace(perspective.goals[0], text="Ett annat mål")
    goals = (changed, *perspective.goals[1:])
    goal_map = replace(goal_map, perspectives=(replace(perspective, goals=goals), *rest))
    after = with_section(replace(VASTRA, goal_map=goal_map), "Bakgrund", html="<p>Annat.</p>")
    found = news(compared(VASTRA, after))
    assert (found.begun, found.ended, found.changed) == (
        ("Ny väg",), (first.name,), (second.name,)
    )  # fmt: skip
    assert [change.key for change in found.goals] == [str(changed.key)]
    assert found.section_count == 1


def test_half_a_page_tells_five_goals_and_counts_the_rest() -> None:
    perspectives = tuple(
        replace(one, goals=tuple(replace(goal, text=f"{goal.text} Nu.") for goal in one.goals))
        for one in SODRA.goal_map.perspectives
    )
    goal_map = replace(SODRA.goal_map, perspectives=perspectives)
    found = news(compared(SODRA, replace(SODRA, goal_map=goal_map)))
    assert (len(found.goals), found.more_goals) == (5, 2)
