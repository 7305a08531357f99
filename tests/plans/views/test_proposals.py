from plans.document.word.proposal import Part, Place
from plans.forms.word import Approved
from plans.views.proposals import rows


def numbers(*places: Place) -> list[str]:
    return [row.number for row in rows([Approved(Part("A", "", place)) for place in places])]


def test_sections_are_numbered_as_the_plan_will_be() -> None:
    assert numbers(Place.SECTION, Place.CHILD, Place.OUT, Place.SECTION) == ["1", "", "", "2"]


def test_one_appendix_needs_no_number() -> None:
    assert numbers(Place.APPENDIX) == ["Bilaga"]
    assert numbers(Place.APPENDIX, Place.APPENDIX) == ["Bilaga 1", "Bilaga 2"]


def test_a_text_is_shown_as_the_plan_will_show_it() -> None:
    html = '<h2>Mål</h2><p>a<span class="footnote">b</span></p>'
    [row] = rows([Approved(Part("A", html, Place.CHILD))])
    assert row.html.startswith("<h3>Mål</h3>")
    assert 'id="del-1-not-1"' in row.html
    assert row.is_child


def test_a_part_without_heading_is_called_something() -> None:
    [row] = rows([Approved(Part("", "", Place.SECTION), "Skriv en rubrik.")])
    assert (row.name, row.error) == ("del 1", "Skriv en rubrik.")
