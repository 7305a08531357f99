"""The format's number, and the way from each number to the next.

An upgrader is a pure function from the JSON tree of one number to that of the next. It is kept
for ever, with a stored file of its number in `tests/files`.
"""

from collections.abc import Callable
from typing import Any, Literal

from plans.document.fileformat.faults import Fault, FileFaults, described

FORMAT: Literal[5] = 5


def columns_say_what_they_are_copied_from(tree: dict[str, Any]) -> dict[str, Any]:
    """1 to 2: a column may have `copied_from`; those of before have none."""
    return {**tree, "format": 2}


def lines_keep_what_could_not_be_read(tree: dict[str, Any]) -> dict[str, Any]:
    """2 to 3: a line may have `unread`, a budget's section a chart; those of before have none."""
    return {**tree, "format": 3}


def federations_have_a_word_for_a_decision(tree: dict[str, Any]) -> dict[str, Any]:
    """3 to 4: the federation's rules may have `decision_word`; those of before say "decided"."""
    return {**tree, "format": 4}


def decisions_say_what_they_are_about(tree: dict[str, Any]) -> dict[str, Any]:
    """4 to 5: a decision may have `subject`; those of before are about plan and budget both."""
    return {**tree, "format": 5}


UPGRADERS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: columns_say_what_they_are_copied_from,
    2: lines_keep_what_could_not_be_read,
    3: federations_have_a_word_for_a_decision,
    4: decisions_say_what_they_are_about,
}


def in_todays_format(tree: Any) -> dict[str, Any]:
    """The tree in today's format. Raises FileFaults for no object or an unknown number."""
    if not isinstance(tree, dict):
        raise FileFaults([Fault("", "ett objekt", described(tree))])
    number = tree.get("format")
    if type(number) is not int or not (number == FORMAT or number in UPGRADERS):
        found = described(number) if "format" in tree else "ingenting"
        raise FileFaults([Fault("/format", f"ett filformat som finns (högst {FORMAT})", found)])
    upgraded: dict[str, Any] = tree
    for step in range(number, FORMAT):
        upgraded = UPGRADERS[step](upgraded)
    return upgraded
