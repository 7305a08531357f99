import json
from typing import Any

import pytest

from plans.document.content import Picture, Section
from plans.document.word.proposal import (
    NoProposal,
    Part,
    Place,
    Proposal,
    proposal_of,
    read,
    sections_of,
    written,
)
from plans.document.word.splitting import MOST_SECTIONS
from plans.document.word.wordplan import WordPlan
from tests import factories

PART = Part("Mål", "<p>x</p>", Place.SECTION)
PICTURE = Picture(key=factories.PICTURE, media_type="image/png", alt="Karta", data=factories.PIXEL)


def part(heading: str, place: Place) -> Part:
    return Part(heading, "", place)


def test_a_plan_becomes_parts_in_order() -> None:
    child = Section(key=factories.key("b"), heading="B")
    top = Section(key=factories.key("a"), heading="A", html="<p>x</p>", sections=(child,))
    last = Section(key=factories.key("c"), heading="C", is_appendix=True)
    assert proposal_of(WordPlan("T", (top, last), (PICTURE,), ("Hej.",))) == Proposal(
        (
            Part("A", "<p>x</p>", Place.SECTION),
            part("B", Place.CHILD),
            part("C", Place.APPENDIX),
        ),
        (PICTURE,),
        ("Hej.",),
    )


def test_what_is_written_is_read_again() -> None:
    proposal = Proposal((PART,), (PICTURE,), ("Hej.",))
    assert read(written(proposal)) == proposal
    assert "\n" not in written(proposal)


def test_html_is_sanitised_on_its_way_back() -> None:
    strange = Part("Mål", '<p onclick="x()">a<script>x()</script></p>', Place.SECTION)
    assert read(written(Proposal((strange,)))).parts == (Part("Mål", "<p>a</p>", Place.SECTION),)


def changed(**fields: Any) -> str:
    return json.dumps(json.loads(written(Proposal((PART,)))) | fields)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        '"\ud800"',
        changed(parts=[]),
        changed(parts=[{"heading": "a", "html": "b", "place": "elsewhere"}]),
        changed(parts=[{"heading": 1, "html": "b", "place": "section"}]),
        changed(parts=[{"heading": "a", "html": "b", "place": "section"}] * (MOST_SECTIONS + 1)),
        changed(pictures=[{"key": "x"}]),
        changed(more=1),
    ],
)
def test_anything_else_is_no_proposal(text: str) -> None:
    with pytest.raises(NoProposal):
        read(text)


def test_parts_become_two_levels() -> None:
    sections = sections_of(
        [
            part("A", Place.CHILD),
            part("B", Place.CHILD),
            part("C", Place.OUT),
            part("D", Place.APPENDIX),
            part("E", Place.CHILD),
        ]
    )
    assert [(one.heading, [b.heading for b in one.sections]) for one in sections] == [
        ("A", ["B"]),
        ("D", ["E"]),
    ]
    assert [one.is_appendix for one in sections] == [False, True]
