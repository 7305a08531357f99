from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from budgets.arithmetic import Figures, figures
from budgets.chart import GAP, SIZE, WIDTH, Bar, Chart, Text, chart
from budgets.lettering import width
from budgets.series import Kind
from budgets.sheet import Column, ColumnKind, ComputedRow, Line, Sheet, Unit
from tests.budgets.sheets import (
    ange,
    column,
    key_of,
    line,
    skelleftea_norsjo,
    sodra_lappland,
    vastra_ostergotland,
)
from tests.budgets.strategies import sheets

Box = tuple[int, int, int, int]
"""Left, top, right and bottom."""

HUGE = st.integers(-(10**12), 10**12)
LABELS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


def drawn(sheet: Sheet, *columns: str) -> Chart:
    found = chart(sheet, figures(sheet), columns=columns)
    assert found is not None
    return found


def bars(picture: Chart) -> list[Bar]:
    return [bar for group in picture.groups for bar in group.bars]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def told(picture: Chart) -> list[list[str]]:
    """The label of each group with its figures."""
    return [
        [plain(text.text) for text in (group.label, *(bar.figure for bar in group.bars))]
        for group in picture.groups
    ]


def test_sodra_lappland_has_a_group_for_each_column_with_its_figures() -> None:
    assert told(drawn(sodra_lappland())) == [
        ["Budget 2023", "6 422", "4 326", "2 096"],
        ["Budget 2024", "6 148", "4 483", "1 665"],
        ["Plan 2025", "5 717", "4 371", "1 346"],
        ["Plan 2026", "5 098", "4 071", "1 027"],
    ]


def test_the_examples_have_their_own_words_and_units() -> None:
    keys = [
        [" ".join(text.text for text in key.lines) for key in drawn(sheet).keys]
        for sheet in (ange(), skelleftea_norsjo(), vastra_ostergotland())
    ]
    assert keys == [
        ["Summa intäkter", "Summa totala kostnader", "Prognos eget kapital"],
        [
            "Summa medel att disponera",
            "Summa kostnader",
            "Resultat inkl. överföring från föregående år",
        ],
        ["Intäkter", "Summa kostnader"],
    ]
    assert told(drawn(ange())) == [["Budget 2022", "1 722 000", "1 572 000", "150 000"]]


def test_the_heading_is_the_sentence() -> None:
    picture = drawn(sodra_lappland())
    assert " ".join(text.text for text in picture.heading) == picture.sentence


def test_only_the_columns_that_are_named_are_shown_in_the_sheets_order() -> None:
    picture = drawn(sodra_lappland(), "plan-2026", "budget-2024")
    assert [group[0] for group in told(picture)] == ["Budget 2024", "Plan 2026"]
    assert plain(picture.sentence) == (
        "Utgående eget kapital går från 1 665 tkr 2024 till 1 027 tkr 2026."
    )


def test_a_sheet_without_columns_has_no_picture() -> None:
    assert chart(Sheet(), figures(Sheet())) is None


def test_a_column_whose_equity_is_unknown_has_no_bar_for_it() -> None:
    own = (column("actual", 2023), column("budget", 2025, opening=0))
    sheet = Sheet(columns=own, income=(line("fee", "Bidrag", own, (5, 7)),))
    assert told(drawn(sheet)) == [["Utfall 2023", "5", "0"], ["Budget 2025", "7", "0", "7"]]


def test_nothing_but_zeros_is_figures_at_the_line_of_zero() -> None:
    sheet = Sheet(columns=(column("budget", 2025, opening=0),))
    picture = drawn(sheet)
    assert [(bar.mark.width, bar.figure.x, bar.figure.text) for bar in bars(picture)] == [
        (0, picture.zero + GAP, "0")
    ] * 3


def test_less_than_nothing_lies_before_the_line_with_its_figure_before_it() -> None:
    own = (column("budget", 2025, opening=-4_000),)
    picture = drawn(Sheet(columns=own, income=(line("fee", "Bidrag", own, (3_000,)),)))
    funds, _, closing = bars(picture)
    for bar in (funds, closing):
        assert bar.mark.end == picture.zero
        assert (bar.figure.text, bar.figure.anchor) == ("−1\u00a0000", "end")
        assert bar.figure.x == bar.mark.x - GAP


def test_a_picture_is_as_wide_as_it_is_made_unless_its_figures_are_longer() -> None:
    assert drawn(skelleftea_norsjo()).width == WIDTH
    own = (column("budget", 2025, opening=-(10**12)),)
    assert drawn(Sheet(columns=own)).width > WIDTH


@st.composite
def wide_sheets(draw: st.DrawFn) -> Sheet:
    """Up to twelve columns with any amounts and labels."""
    years = [
        Column(year=2020 + place, kind=kind, opening=draw(st.none() | HUGE))
        for place, kind in enumerate(draw(st.lists(st.sampled_from(ColumnKind), max_size=12)))
    ]
    amounts = (
        st.dictionaries(st.sampled_from([c.name for c in years]), HUGE) if years else st.just({})
    )
    return Sheet(
        unit=draw(st.sampled_from(Unit)),
        columns=tuple(years),
        computed_rows=draw(st.dictionaries(st.sampled_from(ComputedRow), LABELS)),
        income=(Line(key=key_of("income"), label="Bidrag", amounts=draw(amounts)),),
        costs=(Line(key=key_of("cost"), label="Kostnad", amounts=draw(amounts)),),
    )


ANY = sheets() | wide_sheets()


def pictured(sheet: Sheet) -> tuple[Chart, Figures] | None:
    computed = figures(sheet)
    picture = chart(sheet, computed)
    return (picture, computed) if picture else None


def letters(text: Text) -> Box:
    """The box of a text: capitals stand on the baseline, a fifth hangs below it."""
    length = -(-width(text.text) * SIZE // 1000)
    left = text.x - length if text.is_end else text.x
    return left, text.y - SIZE * 3 // 4, left + length, text.y + SIZE // 5


def boxes(picture: Chart) -> list[Box]:
    """The boxes of all texts and bars."""
    texts = [*picture.heading, *(text for key in picture.keys for text in key.lines)]
    texts += [text for group in picture.groups for text in (group.label,)]
    texts += [bar.figure for bar in bars(picture)]
    marks = [*(key.mark for key in picture.keys), *(bar.mark for bar in bars(picture))]
    return [
        *map(letters, texts),
        *((mark.x, mark.y, mark.end, mark.y + mark.height) for mark in marks if mark.width),
    ]


@given(ANY)
def test_everything_stands_inside_the_picture(sheet: Sheet) -> None:
    if found := pictured(sheet):
        picture, _ = found
        assert [
            box
            for box in [*boxes(picture), (picture.zero, picture.top, picture.zero, picture.bottom)]
            if box[0] < 0 or box[1] < 0 or box[2] > picture.width or box[3] > picture.height
        ] == []


@given(ANY)
def test_nothing_lies_upon_anything_else(sheet: Sheet) -> None:
    if found := pictured(sheet):
        assert [pair for pair in combinations(boxes(found[0]), 2) if overlap(*pair)] == []


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(ANY)
def test_every_bar_begins_at_the_line_of_zero_and_the_line_passes_them_all(sheet: Sheet) -> None:
    if found := pictured(sheet):
        picture, _ = found
        for bar in bars(picture):
            assert picture.zero in (bar.mark.x, bar.mark.end)
            assert picture.top < bar.mark.y
            assert bar.mark.y + bar.mark.height < picture.bottom


ROWS = {
    Kind.FUNDS: ComputedRow.AVAILABLE_FUNDS,
    Kind.COSTS: ComputedRow.TOTAL_COSTS,
    Kind.CLOSING: ComputedRow.CLOSING_EQUITY,
}


@given(ANY)
def test_bars_are_as_long_as_their_amounts(sheet: Sheet) -> None:
    if found := pictured(sheet):
        picture, computed = found
        amounts = [
            (bar.mark, amount(sheet, computed, bar.mark.kind, place))
            for place, group in enumerate(picture.groups)
            for bar in group.bars
        ]
        for (one, kr), (other, others) in combinations(amounts, 2):
            # Lengths are whole numbers, and what is not nothing is seen: each is off by 1 at most.
            longest = max(abs(kr), abs(others))
            assert abs(one.width * abs(others) - other.width * abs(kr)) <= 2 * longest
        assert [mark.width > 0 for mark, _ in amounts] == [kr != 0 for _, kr in amounts]
        assert [mark.end <= picture.zero for mark, kr in amounts if kr < 0] == [
            True for _, kr in amounts if kr < 0
        ]


def amount(sheet: Sheet, computed: Figures, kind: Kind, place: int) -> int:
    """What a bar of a kind in the column at a place stands for."""
    funds = computed.cells(ComputedRow.AVAILABLE_FUNDS)
    is_known = all(one.name in funds for one in sheet.columns)
    row = ROWS[kind] if is_known or kind != Kind.FUNDS else ComputedRow.TOTAL_INCOME
    found = computed.amount(row, sheet.columns[place].name)
    assert found is not None
    return found
