"""Tables that a terminal and Markdown both show in columns."""

from plans.bench.tables import table


def test_words_stand_left_and_figures_right() -> None:
    rows = [("ange 2022", 1234, 0.5), ("blekinge 2023", 7, None)]
    assert table(("PDF", "ms", "ratio"), rows).splitlines() == [
        "| PDF           |    ms | ratio |",
        "| ------------- | ----: | ----: |",
        "| ange 2022     | 1 234 |  0.50 |",
        "| blekinge 2023 |     7 |     – |",
    ]


def test_a_table_of_nothing_has_its_head() -> None:
    assert table(("PDF", "ms"), []).splitlines() == ["| PDF | ms |", "| --- | -: |"]
