from plans.exports.docx.pictures import fitted


def test_a_small_picture_keeps_its_size() -> None:
    assert fitted((100, 50), width=9000, height=9000) == (1500, 750)


def test_a_large_one_is_made_smaller_in_both_ways() -> None:
    assert fitted((2000, 1000), width=9000, height=9000) == (9000, 4500)
    assert fitted((1000, 2000), width=9000, height=6000) == (3000, 6000)


def test_a_line_is_still_seen() -> None:
    assert fitted((10_000, 1), width=100, height=100) == (100, 1)
