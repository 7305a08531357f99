from goals.content import GoalLayout
from goals.layout.choice import laid_out
from goals.layout.scorecard import Scorecard
from plans.exports.scorecards import scorecard_sheet
from tests.plans.exports.printing import example


def skelleftea() -> Scorecard:
    card = laid_out(example("skelleftea-norsjo-2016").content.goal_map, GoalLayout.SCORECARD)
    assert isinstance(card, Scorecard)
    return card


def test_perspectives_are_columns_and_their_parts_are_rows() -> None:
    sheet = scorecard_sheet(skelleftea())
    assert sheet.heads == ("Individen", "Förnyelse/utveckling", "Arbetssätt/processer", "Ekonomi")
    assert [row.label for row in sheet.rows] == ["Mål", "Mått", "Aktiviteter"]


def test_every_cell_holds_what_the_perspective_has() -> None:
    card = skelleftea()
    goals, *rows = scorecard_sheet(card).rows
    assert [cell.goals for cell in goals.cells] == [column.goals for column in card.columns]
    for row in rows:
        for column, cell in zip(card.columns, row.cells, strict=True):
            parts = {part.label: part.paragraphs for part in column.parts}
            assert cell.paragraphs == parts.get(row.label, ())
