import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document.html.normalise import normalise
from plans.document.html.spaces import kept_together
from tests.strategies.html import editor_html


@pytest.mark.parametrize(
    "text",
    [
        "om 3_år", "5_kr", "10_tkr", "2_mkr", "50_%", "50_procent", "4_st", "den 1_januari 2024",
        "31_december", "2_×_50_%", "§_5", "6_§", "enligt avsnitt_7.3", "Bilaga_2", "kl._13",
        "1_045_924 invånare", "2_800_000_kr", "−1_572_000_kr", "10_000–20_000_kr",
    ],
)  # fmt: skip
def test_a_number_stays_with_what_it_counts_or_numbers(text: str) -> None:
    assert kept_together(text.replace("_", " ")) == text.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "År 2022 och 2023 års plan", "50 deltagare", "3 krafter", "i mars 2024", "2022 100",
        "Bilaga till", "tel. 0660-88 100", "kl. tretton", "1 0459", "12 3456 7",
    ],
)  # fmt: skip
def test_other_spaces_may_break(text: str) -> None:
    assert kept_together(text) == text


@given(st.text(alphabet=st.sampled_from("0123456789 ×%§år.,–")))
def test_doing_it_again_changes_nothing_and_only_spaces_change(text: str) -> None:
    once = kept_together(text)
    assert kept_together(once) == once
    assert once.replace("\u00a0", " ") == text


def test_printed_text_has_them_also_after_an_element_and_its_addresses_do_not() -> None:
    html = '<p>Om <strong>5 år</strong> 6 § och <a href="https://x.se/5%20kr">5 kr</a></p>'
    assert normalise(html, level=2) == (
        "<p>Om <strong>5\u00a0år</strong> 6\u00a0§ och "
        '<a href="https://x.se/5%20kr">5\u00a0kr</a></p>'
    )


@given(editor_html)
def test_nothing_but_spaces_changes_in_what_is_printed(html: str) -> None:
    assert kept_together(kept_together(html)) == kept_together(html)
