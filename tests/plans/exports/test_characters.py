from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plans.exports.characters import covered, printable
from plans.exports.stylesheets import static_folder
from tests import factories
from tests.plans.exports.printing import pdf_of, section, text_of
from tests.plans.exports.structure import faults

KNOWN = covered(static_folder() / "fonts" / "pdf")


def test_swedish_sami_and_the_signs_of_a_plan_are_there() -> None:
    text = "Ångström § 42 – ”så” − 2 096 ≥ 70 % · Jåhkåmåhkke Ŧŧ ŋ đ … • ½ é"
    assert printable(text, KNOWN) == text


def test_an_unknown_sign_is_named_by_its_number() -> None:
    assert printable("Klart 😀!", KNOWN) == "Klart [U+1F600]!"


def test_an_accent_typed_apart_joins_its_letter() -> None:
    assert printable("A\u030angermanland", KNOWN) == "Ångermanland"


def test_an_unknown_space_is_a_space_and_joiners_go() -> None:
    assert printable("a\u2007b\ufe0f\u200d", KNOWN) == "a b"


@given(st.text())
def test_whatever_is_written_only_known_characters_are_printed(text: str) -> None:
    assert set(printable(text, KNOWN)) <= KNOWN


def test_signs_beyond_our_fonts_borrow_no_font_and_show() -> None:
    content = factories.content()
    signs = section("<p>Grönt 😀 och 漢字 och \ue000.</p>", heading="Tecken → 😀")
    pdf = pdf_of(replace(content, title="Plan 😀", sections=(*content.sections, signs)))
    assert faults(pdf) == []
    assert "Grönt [U+1F600] och [U+6F22][U+5B57] och [U+E000]." in text_of(pdf)
