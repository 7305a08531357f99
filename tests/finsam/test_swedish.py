from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from finsam.swedish import alphabetical


def in_order(*texts: str) -> list[str]:
    return sorted(texts, key=alphabetical)


def test_å_ä_and_ö_stand_last_in_that_order() -> None:
    assert in_order("Öberg", "Ärla", "zebra", "Åberg", "Arla") == [
        "Arla", "zebra", "Åberg", "Ärla", "Öberg",
    ]  # fmt: skip


def test_the_neighbours_letters_stand_with_ours() -> None:
    assert in_order("Östra", "Ærø", "Ørsta", "Åre", "Ås") == ["Åre", "Ås", "Ærø", "Ørsta", "Östra"]


def test_capitals_and_accents_make_no_difference() -> None:
    assert in_order("Linné", "linje", "Linnea", "LINK") == ["linje", "LINK", "Linné", "Linnea"]


def test_ü_stands_with_y() -> None:
    assert in_order("Müller", "Myra", "Muller", "Mylla") == ["Muller", "Mylla", "Müller", "Myra"]


def test_a_shorter_word_stands_before_a_longer_and_a_space_before_a_letter() -> None:
    assert in_order("Norrbotten", "Norr Botten", "Norr") == ["Norr", "Norr Botten", "Norrbotten"]


def test_letters_of_the_sami_languages_stand_with_the_plain_ones() -> None:
    assert in_order("Ŧd", "Đo", "Do", "Ta") == ["Do", "Đo", "Ta", "Ŧd"]


@given(st.text(alphabet="åäöÅÄÖaz"))
def test_letters_in_two_signs_sort_as_those_in_one(text: str) -> None:
    assert alphabetical(normalize("NFD", text))[0] == alphabetical(text)[0]


@given(st.lists(st.text()))
def test_the_order_is_the_same_whatever_order_it_begins_with(texts: list[str]) -> None:
    assert in_order(*texts) == in_order(*reversed(texts))
