import pytest

from plans.document.word import plan_of_file
from plans.document.word.refusal import WordRefused
from plans.document.word.xml import MAX_ELEMENTS, W, number, parsed, switched, value
from tests.plans.document.word import documents

NAME = W.strip("{}")


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_entities_are_not_read(coding: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(WordRefused):
        parsed(bomb.encode(coding))


@pytest.mark.parametrize("text", ["", "text", "<x>", "<x></y>", "\0", "<x>&a;</x>"])
def test_what_is_no_xml_is_refused(text: str) -> None:
    with pytest.raises(WordRefused):
        parsed(text.encode())


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(WordRefused):
        parsed(b"<x>" + b"<y/>" * MAX_ELEMENTS + b"</x>")


def test_too_deep_elements_are_refused() -> None:
    with pytest.raises(WordRefused):
        parsed(b"<y>" * 5000 + b"</y>" * 5000)


def test_words_strict_variant_is_read() -> None:
    data = documents.made(lambda document: document.add_paragraph("Hej"))
    strict = documents.part(data, "word/document.xml").replace(
        NAME.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    plan = plan_of_file(documents.repacked(data, document_xml=strict))
    assert plan.sections[0].html == "<p>Hej</p>"


@pytest.mark.parametrize(
    ("xml", "answer"),
    [
        ("", None),
        ("<w:b/>", True),
        ('<w:b w:val="1"/>', True),
        ('<w:b w:val="0"/>', False),
        ('<w:b w:val="false"/>', False),
    ],
)
def test_a_property_is_on_off_or_unsaid(xml: str, answer: bool | None) -> None:
    assert switched(parsed(f'<w:rPr xmlns:w="{NAME}">{xml}</w:rPr>'.encode()), "b") is answer


def test_the_value_of_what_is_not_there_is_empty() -> None:
    assert (value(None), value(parsed(b"<x/>"), "y")) == ("", "")


@pytest.mark.parametrize(
    ("text", "whole"),
    [("7", 7), ("-7", -7), ("", None), (None, None), ("x", None), ("9" * 10, None), ("٣", None)],
)
def test_a_number_is_short_and_whole(text: str | None, whole: int | None) -> None:
    assert number(text) == whole
