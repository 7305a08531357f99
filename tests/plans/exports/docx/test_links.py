import pytest

from plans.exports.docx.links import address, bookmark_name


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://www.finsam.se/a?b=c&d=e#f", "https://www.finsam.se/a?b=c&d=e#f"),
        ("https://www.finsam.se/målgrupp", "https://www.finsam.se/m%C3%A5lgrupp"),
        ("https://finsam.se/%20a%zz{b}|[c]", "https://finsam.se/%20a%25zz%7Bb%7D%7C%5Bc%5D"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("mailto:anna@berg.se?subject=Plan", "mailto:anna@berg.se?subject=Plan"),
    ],
)
def test_an_address_is_written_as_word_takes_it(href: str, written: str) -> None:
    assert address(href) == written


@pytest.mark.parametrize(
    "href",
    [
        "http://",
        "https://a b.se",
        "https://[::1",
        "https://finsam.se:port/",
        "https://finsam.se:99999/",
        "https://a@",
        "mailto:anna",
        "mailto:anna@berg@se",
        "https://finsam.se/" + "a" * 3000,
    ],
)
def test_an_address_that_word_would_call_broken_is_none(href: str) -> None:
    assert address(href) == ""


def test_a_sections_bookmark_has_the_40_characters_that_word_takes() -> None:
    name = bookmark_name("avsnitt-2e4fbcea-e2a2-5d20-9175-ae9c7aa0f5f7")
    assert name == "avsnitt_2e4fbceae2a25d209175ae9c7aa0f5f7"
    assert len(name) == 40
