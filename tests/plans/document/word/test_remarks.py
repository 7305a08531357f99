from plans.document.word.remarks import PICTURE, Remarks, foreign_picture


def test_each_kind_is_told_once_with_its_number() -> None:
    remarks = Remarks()
    remarks.say("Och så detta.")
    remarks.add(foreign_picture("EMF"))
    remarks.add(PICTURE)
    remarks.add(PICTURE, 2)
    assert remarks.sentences() == (
        "En bild i formatet EMF togs inte med.",
        "3 bilder togs inte med.",
        "Och så detta.",
    )


def test_none_of_a_kind_is_not_told() -> None:
    remarks = Remarks()
    remarks.add(PICTURE, 0)
    assert remarks.sentences() == ()
