from dataclasses import replace
from datetime import date

from budgets.arithmetic import figures
from finsam.federations.profile import Logo
from finsam.members.profile import MemberKind
from plans.document.content import Decision, DecisionKind, PlanContent, Status
from plans.document.cover import Cover, cover_of
from tests.plans.document.checks.plans import BERG, FAIR, REGION, STATE, example, member


def cover(plan: PlanContent) -> Cover:
    return cover_of(plan, figures(plan.budget) if plan.budget else None)


def parties(plan: PlanContent) -> dict[str, tuple[str, ...]]:
    return {party.heading: party.names for party in cover(plan).parties}


def test_the_members_are_named_together_by_kind() -> None:
    assert parties(FAIR) == {
        "Staten": ("Försäkringskassan",),
        "Regionen": ("Region Fjäll",),
        "Kommunerna": ("Bergs kommun", "Dals kommun"),
    }


def test_one_kommun_and_several_regions_are_called_so() -> None:
    other = member("Region Sjö", MemberKind.REGION)
    found = parties(replace(FAIR, members=(BERG, REGION, other)))
    assert found == {"Regionerna": ("Region Fjäll", "Region Sjö"), "Kommunen": ("Bergs kommun",)}


def test_a_landsting_is_called_so_unless_it_stands_with_a_region() -> None:
    first = member("Fjälls läns landsting", MemberKind.REGION)
    other = member("Landstinget Sjö", MemberKind.REGION)
    headings = [
        list(parties(replace(FAIR, members=found)))
        for found in ((first,), (first, other), (first, REGION))
    ]
    assert headings == [["Landstinget"], ["Landstingen"], ["Regionerna"]]
    assert parties(example("skelleftea-norsjo-2016"))["Landstinget"] == (
        "Västerbottens läns landsting",
    )


def test_a_kommun_goes_by_its_short_name_and_the_others_in_full() -> None:
    short = tuple(replace(each, short_name="Kort") for each in (STATE, REGION, BERG))
    assert parties(replace(FAIR, members=short)) == {
        "Staten": ("Försäkringskassan",),
        "Regionen": ("Region Fjäll",),
        "Kommunen": ("Kort",),
    }


def test_who_left_before_the_year_is_not_named() -> None:
    gone = replace(BERG, left_on=date(2024, 12, 31))
    assert "Kommunen" not in parties(replace(FAIR, members=(STATE, REGION, gone)))


def test_a_federation_that_does_without_the_band_has_none() -> None:
    without = replace(FAIR.federation, has_cover_band=False)
    assert cover(FAIR).band != ()
    assert cover(replace(FAIR, federation=without)).band == ()


def test_a_plan_without_budget_has_a_cover_without_band() -> None:
    assert cover(replace(FAIR, budget=None)).band == ()


def test_title_logo_and_every_decision_stand_on_the_cover() -> None:
    logo = Logo(media_type="image/png", data="AA==")
    days = ((DecisionKind.REVISED, date(2025, 3, 1)), (DecisionKind.DECIDED, date(2024, 11, 28)))
    plan = replace(
        FAIR,
        federation=replace(FAIR.federation, logo=logo),
        subtitle="Inriktning 2026–2027",
        status=Status.DECIDED,
        decisions=tuple(Decision(kind=kind, decided_on=day) for kind, day in days),
    )
    found = cover(plan)
    assert (found.federation, found.title, found.subtitle, found.logo) == (
        "Samordningsförbundet Fjäll", "Verksamhetsplan 2025", "Inriktning 2026–2027", logo,
    )  # fmt: skip
    assert found.decisions == ("Beslutad 2024-11-28", "Reviderad 2025-03-01")


def test_sodra_lapplands_cover_names_its_seven_kommuner() -> None:
    assert parties(example("sodra-lappland-2024"))["Kommunerna"] == (
        "Lycksele", "Malå", "Sorsele", "Åsele", "Vilhelmina", "Dorotea", "Storuman",
    )  # fmt: skip
