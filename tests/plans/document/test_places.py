"""What can be asked about, and by what words it is known."""

from dataclasses import replace

from plans.document.anchoring import Found, anchored, located
from plans.document.content import Section
from plans.document.places import PlaceKind, places_of
from tests import factories

AIM = factories.key("aim")


def section(html: str) -> str:
    content = replace(factories.content(), sections=(Section(key=AIM, heading="Syfte", html=html),))
    return places_of(content)[AIM].text


def test_a_plan_has_sections_goals_insatser_and_lines() -> None:
    kinds = [place.kind for place in places_of(factories.content()).values()]
    assert kinds == [
        *[PlaceKind.SECTION] * 4,
        PlaceKind.GOAL,
        PlaceKind.INTERVENTION,
        PlaceKind.LINE,
    ]


def test_a_place_has_the_name_that_people_know() -> None:
    names = [place.name for place in places_of(factories.content()).values()]
    assert names[0] == "Avsnitt 1 Syfte"
    assert names[-1] == "Budgetraden Berg"


def test_a_word_with_a_mark_in_it_is_one_word() -> None:
    assert section("<p>För<strong>bund</strong>et</p><p>beslutar</p>") == "Förbundet beslutar"


def test_a_passage_can_be_pointed_at_and_is_found() -> None:
    html = (
        "<p>Vi finansierar insatser.</p><ul><li><p>Kort</p></li><li><p>En lång punkt</p></li></ul>"
    )
    content = replace(factories.content(), sections=(Section(key=AIM, heading="Syfte", html=html),))
    place = places_of(content)[AIM]
    assert place.passages == ("Vi finansierar insatser.", "En lång punkt")
    for passage in place.passages:
        spot = located(anchored(place.text, passage, AIM), {AIM: place.text})
        assert spot.found is Found.EXACT


def test_what_is_no_html_is_read_as_it_is_written() -> None:
    content = factories.content()
    [perspective] = content.goal_map.perspectives
    goal = replace(perspective.goals[0], text="Färre än 5 <b> av 10")
    map_ = replace(content.goal_map, perspectives=(replace(perspective, goals=(goal,)),))
    assert places_of(replace(content, goal_map=map_))[goal.key].text == "Färre än 5 <b> av 10"
