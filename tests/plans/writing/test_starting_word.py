"""A plan from what was approved."""

import pytest

from plans.document.content import Picture, Section
from plans.document.fileformat import FileFaults
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing.starting_word import start_from_word
from plans.writing.years import YearOutside, YearTaken
from tests import factories

pytestmark = pytest.mark.django_db

PICTURE = Picture(key=factories.PICTURE, media_type="image/png", alt="Karta", data=factories.PIXEL)
SECTION = Section(
    key=factories.key("a"), heading="Syfte", html=f'<img alt="" data-picture="{PICTURE.key}">'
)


def start(**changed: object) -> Plan:
    given: dict[str, object] = {
        "year": 2026,
        "title": "Verksamhetsplan 2026",
        "sections": (SECTION,),
    }
    given["federation"] = changed.get("federation") or factories.federation()
    return start_from_word(**(given | changed))  # type: ignore[arg-type]


def test_a_plan_is_a_numbered_draft_with_an_empty_goal_map_and_no_budget() -> None:
    federation = factories.federation(default_numbering_depth=0)
    member = factories.member(federation)
    content = load_content(start(federation=federation, pictures=(PICTURE,)))
    assert (content.status, content.numbering_depth, content.budget) == ("draft", 1, None)
    assert (content.goal_map.perspectives, content.sections) == ((), (SECTION,))
    assert [one.key for one in content.members] == [member.key]
    assert [one.key for one in content.pictures] == [PICTURE.key]


def test_a_federations_deeper_numbering_is_kept() -> None:
    federation = factories.federation(default_numbering_depth=2)
    assert start(federation=federation, sections=()).numbering_depth == 2


def test_a_picture_that_no_section_shows_is_left_out() -> None:
    section = Section(key=factories.key("a"), heading="Syfte")
    assert start(sections=(section,), pictures=(PICTURE,)).pictures.count() == 0


def test_a_year_has_one_plan() -> None:
    plan = factories.draft_plan(year=2026)
    with pytest.raises(YearTaken):
        start(federation=plan.federation)
    assert Plan.objects.get().title == plan.title


def test_a_year_is_one_of_the_laws() -> None:
    with pytest.raises(YearOutside):
        start(year=1999)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": ""},
        {"sections": (Section(key=factories.key("a"), heading=""),)},
        {"sections": (Section(key=factories.key("a"), heading="A", html="<script>"),)},
        {"sections": (SECTION,)},  # its picture is not there
        {"pictures": (Picture(key=PICTURE.key, media_type="image/png", alt="x", data="x"),)},
    ],
)
def test_what_breaks_a_rule_of_plan_files_is_not_stored(changed: dict[str, object]) -> None:
    with pytest.raises(FileFaults):
        start(**changed)
    assert not Plan.objects.exists()
