"""Why a budget stays as it is: what its structure does not allow. Said in words further up."""


class Refusal(Exception):
    """What was asked for cannot be. Nothing is changed."""


class HasAmounts(Refusal):
    """A line with amounts, or with text that is none yet, has no lines below it.

    `label` is the line's name.
    """

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class IntoItself(Refusal):
    """A line does not stand below itself, nor below what stands below it."""


class TooDeep(Refusal):
    """Lines nest no deeper than `budgets.outline.DEEPEST_LINES`."""


class Exists(Refusal):
    """A budget has one column for a year and kind, and is begun once."""


class TooManyColumns(Refusal):
    """A budget has no more than `budgets.editing.columns.MOST_COLUMNS` columns."""


class YearOutside(Refusal):
    """A column's year is one of `budgets.moving.YEARS`."""
