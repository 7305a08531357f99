from budgets.notes import Note
from budgets.remarks import Remark, numbered


def test_an_explanation_that_several_notes_share_is_said_once_after_them() -> None:
    marks = {
        Remark("I bilagan står 1.", "Tabellen gäller."): 1,
        Remark("Bokslut 2023."): 2,
        Remark("I bilagan står 2.", "Tabellen gäller."): 3,
        Remark("I bilagan står 3.", "Följer av raden."): 4,
        Remark("I bilagan står 4.", "Tabellen gäller."): 5,
    }
    assert numbered(marks) == (
        Note(number=1, text="I bilagan står 1."),
        Note(number=2, text="Bokslut 2023."),
        Note(number=3, text="I bilagan står 2."),
        Note(number=4, text="I bilagan står 3. Följer av raden."),
        Note(number=5, text="I bilagan står 4."),
        Note(text="Not 1, 3 och 5: Tabellen gäller."),
    )


def test_the_same_words_with_different_explanations_are_two_notes() -> None:
    marks = {Remark("I bilagan står 1.", "A."): 1, Remark("I bilagan står 1.", "B."): 2}
    assert numbered(marks) == (
        Note(number=1, text="I bilagan står 1. A."),
        Note(number=2, text="I bilagan står 1. B."),
    )


def test_without_remarks_there_are_no_notes() -> None:
    assert numbered({}) == ()
