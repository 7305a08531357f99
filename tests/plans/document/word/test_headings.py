import pytest

from plans.document.word.headings import Read, are_numbered, depth, read


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Inledning", Read("Inledning")),
        ("4. Verksamhetsinriktning", Read("Verksamhetsinriktning", number="4")),
        ("4.1 Individ", Read("Individ", number="4.1")),
        ("4.1. Individ", Read("Individ", number="4.1")),
        ("4.Individ", Read("Individ", number="4")),
        ("6) Mål", Read("Mål", number="6")),
        ("6 Mål", Read("6 Mål")),
        ("2024 års mål", Read("2024 års mål")),
        ("70 % av deltagarna", Read("70 % av deltagarna")),
        ("2.5 procent", Read("procent", number="2.5")),
        ("Bilaga 2: Budget", Read("Budget", is_appendix=True)),
        ("BILAGA 1 Ändamål", Read("Ändamål", is_appendix=True)),
        ("Bilaga A – Styrkort", Read("Styrkort", is_appendix=True)),
        ("Bilaga budget (per insats)", Read("Budget (per insats)", is_appendix=True)),
        ("9. Bilaga", Read("", is_appendix=True, number="9")),
        ("Bilagor", Read("Bilagor")),
    ],
)
def test_typed_numbers_and_appendices_are_read(text: str, heading: Read) -> None:
    assert read(text) == heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("6 Mål/Målkarta", Read("Mål/Målkarta", number="6")),
        ("2024 års mål", Read("2024 års mål")),
        ("70 % av deltagarna", Read("70 % av deltagarna")),
    ],
)
def test_a_bare_number_is_one_where_the_others_are_numbered(text: str, heading: Read) -> None:
    assert read(text, takes_bare=True) == heading


@pytest.mark.parametrize(
    ("texts", "answer"),
    [([], False), (["5 kommuner", "1. Mål"], False), (["1. Mål", "2. Budget", "3 Övrigt"], True)],
)
def test_headings_are_numbered_when_two_are(texts: list[str], answer: bool) -> None:
    assert are_numbered(texts) is answer


@pytest.mark.parametrize(("number", "levels"), [("", 0), ("4", 1), ("4.1", 2), ("4.1.2", 3)])
def test_a_number_has_a_depth(number: str, levels: int) -> None:
    assert depth(number) == levels
