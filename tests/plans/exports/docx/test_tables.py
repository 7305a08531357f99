from plans.exports.docx.tables import shared


def test_a_width_is_divided_to_the_last_twip() -> None:
    assert shared(100, [1.0, 1.0, 1.0]) == [33, 33, 34]
    assert sum(shared(9071, [27.0, 30.0, 29.0, 14.0])) == 9071
