from hypothesis import given
from hypothesis import strategies as st

from goals.content import Intervention, Level
from goals.volumes import sentence, totals
from tests.goals.maps import intervention, volumes_of_vastra_ostergotland

interventions = st.lists(
    st.builds(
        intervention,
        st.just("Insats"),
        st.sampled_from(Level),
        st.none() | st.integers(0, 10_000),
        st.sampled_from(["deltagare", "möten", ""]),
    )
)


def test_the_volumes_of_a_real_plan_are_added_per_unit() -> None:
    volumes = volumes_of_vastra_ostergotland()
    people = {"deltagare": 410, "möten": 50, "kontakter": 200}
    assert totals(volumes, Level.INDIVIDUAL) == people
    assert totals(volumes, Level.STRUCTURAL) == {"deltagare": 1080}
    assert totals(volumes) == people | {"deltagare": 1490}


def test_they_are_said_in_the_order_they_are_seen() -> None:
    sums = totals(volumes_of_vastra_ostergotland(), Level.INDIVIDUAL)
    assert sentence(sums).replace("\u00a0", " ") == "410 deltagare, 50 möten, 200 kontakter"


def test_thousands_are_kept_together() -> None:
    assert sentence({"deltagare": 1080}) == "1\u00a0080\u00a0deltagare"


def test_no_volume_is_not_a_volume_of_nothing() -> None:
    assert totals([intervention("ISA", Level.INDIVIDUAL, None, "deltagare")]) == {}
    assert sentence({}) == ""


@given(interventions)
def test_the_levels_together_are_the_whole(planned: list[Intervention]) -> None:
    by_level = [totals(planned, level) for level in Level]
    whole = totals(planned)
    assert whole == {unit: sum(each.get(unit, 0) for each in by_level) for unit in whole}
