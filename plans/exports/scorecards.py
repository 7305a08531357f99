"""A scorecard as one table on paper, so that its heads stand on every page that it reaches."""

from dataclasses import dataclass

from goals.layout.pieces import GoalPiece, Paragraph
from goals.layout.scorecard import Column, Scorecard


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a perspective has in a row: goals, or paragraphs; neither in an empty cell."""

    goals: tuple[GoalPiece, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardSheet:
    """A scorecard turned: a column for each perspective, a row for each kind of content."""

    vision: tuple[Paragraph, ...]
    strategy: tuple[Paragraph, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def scorecard_sheet(scorecard: Scorecard) -> ScorecardSheet:
    """The same scorecard, row by row. Rows come in the order in which the columns have them."""
    columns = scorecard.columns
    labels = dict.fromkeys(part.label for column in columns for part in column.parts)
    goals = [
        Row(label=label, cells=tuple(Cell(goals=column.goals) for column in columns))
        for label in dict.fromkeys(column.goal_label for column in columns)
    ]
    others = [
        Row(label=label, cells=tuple(_cell(column, label) for column in columns))
        for label in labels
    ]
    return ScorecardSheet(
        vision=scorecard.vision,
        strategy=scorecard.strategy,
        heads=tuple(column.name for column in columns),
        rows=(*goals, *others),
    )


def _cell(column: Column, label: str) -> Cell:
    found = (part.paragraphs for part in column.parts if part.label == label)
    return Cell(paragraphs=next(found, ()))
