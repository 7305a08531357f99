import pytest

from budgets.pasting.names import clean, code_of, heard, is_amount, is_name, without_code


@pytest.mark.parametrize(
    "text",
    [
        "Kansli/adm",
        "kansli / adm",
        "KANSLI/ADM:",
        "- Kansli/adm",
        "• Kansli/adm",
        "  Kansli/adm. ",
        "Kansli/\nadm",
        "Kansli/adm *",
        "Kansli/\u00adadm",
    ],
)
def test_names_are_the_same_but_for_how_they_are_written(text: str) -> None:
    assert heard(text) == heard("Kansli/adm")


def test_letters_with_marks_are_the_same_however_they_are_stored() -> None:
    assert heard("A\u030ange") == heard("Ånge")


def test_other_words_are_other_names() -> None:
    assert heard("Övrigt") != heard("Övriga")


def test_a_name_is_cleaned_of_its_bullet() -> None:
    assert clean(" -\u00a0Fasta  arvoden\n") == "Fasta arvoden"
    assert clean("-En väg vidare") == "En väg vidare"


@pytest.mark.parametrize(
    ("text", "label", "code"),
    [
        ("Nätverk 2.4.1", "Nätverk", "2.4.1"),
        ("2.4.1 Nätverk", "Nätverk", "2.4.1"),
        ("Nätverk", "Nätverk", ""),
        ("Kansli 1.0", "Kansli", "1.0"),
        ("Förbundschef 0,45 årsarbete", "Förbundschef 0,45 årsarbete", ""),
        ("2.4.1", "2.4.1", ""),
        ("Budget 2024", "Budget 2024", ""),
    ],
)
def test_an_activity_code_is_parted_from_its_label(text: str, label: str, code: str) -> None:
    assert (without_code(text), code_of(text)) == (label, code)


@pytest.mark.parametrize("text", ["5", "1 234,5", "−355 000", "(24)", "9.999", "2024", "5 kr"])
def test_an_amount_is_one(text: str) -> None:
    assert is_amount(text)
    assert not is_name(text)


@pytest.mark.parametrize(
    "text", ["Arvoden", "0,45 årsarbete", "NNS", "ESF", "- Övrigt", "AF", "Rad 1000"]
)
def test_words_are_a_name(text: str) -> None:
    assert is_name(text)
    assert not is_amount(text)


@pytest.mark.parametrize("text", ["", "-", "1 4oo", "#REF!", "x", "1e5", "2.4.1"])
def test_what_is_neither_is_neither(text: str) -> None:
    assert not is_name(text)
    assert not is_amount(text)
