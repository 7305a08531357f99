import pytest

from plans.document.word.fields import DEEPEST, Fields


def opened(*codes: str) -> Fields:
    fields = Fields()
    for code in codes:
        fields.turn("begin")
        fields.add(code)
    return fields


@pytest.mark.parametrize(
    ("code", "href"),
    [
        (' HYPERLINK "https://www.nnsfinsam.se/" ', "https://www.nnsfinsam.se/"),
        (' HYPERLINK \\l "_Toc1"', ""),
        (' HYPERLINK "javascript:x()"', ""),
        (" PAGE ", ""),
    ],
)
def test_a_link_has_its_address(code: str, href: str) -> None:
    assert opened(code, " PAGE ").href == href


@pytest.mark.parametrize(("code", "answer"), [(' TOC \\o "1-3" ', True), (" TOTAL ", False)])
def test_a_contents_list_is_known_by_its_code(code: str, answer: bool) -> None:
    assert opened(code, " PAGEREF _Toc1 ").is_contents is answer


def test_an_end_closes_the_innermost_field() -> None:
    fields = opened(" TOC ", " PAGE ")
    fields.turn("end")
    fields.turn("separate")
    assert fields.codes == [" TOC "]
    fields.turn("end")
    fields.turn("end")
    assert fields.codes == []


def test_endless_fields_are_counted_but_not_kept() -> None:
    fields = opened(*["PAGE"] * (DEEPEST + 5))
    assert fields.codes == ["PAGE"] * DEEPEST
    for _ in range(DEEPEST + 5):
        fields.turn("end")
    assert (fields.codes, fields.deeper) == ([], 0)


def test_a_code_without_a_field_is_nothing() -> None:
    fields = Fields()
    fields.add("TOC")
    assert fields == Fields()
