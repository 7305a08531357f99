"""The page of measurements keeps all but what is measured."""

import pytest

from plans.management.commands.bench import BEGIN, END, PAGE, replaced


def test_what_was_measured_replaces_what_stood_there() -> None:
    page = f"Before\n{BEGIN}old\n{END}After\n"
    assert replaced(page, "new") == f"Before\n{BEGIN}\nnew\n\n{END}After\n"


def test_a_page_without_marks_is_left_alone() -> None:
    with pytest.raises(ValueError, match="has lost its marks"):
        replaced("Somebody's own page", "new")


def test_the_page_has_its_marks() -> None:
    assert replaced(PAGE.read_text(), "new") != PAGE.read_text()
