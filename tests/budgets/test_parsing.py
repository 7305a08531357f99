import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.formatting import amount_text, typed_text, with_unit
from budgets.parsing import LONGEST, Read, Unread, parse
from budgets.sheet import MOST_KRONOR, Unit

KR, TKR = Unit.KR, Unit.TKR
KRONOR = st.integers(-MOST_KRONOR, MOST_KRONOR)
UNITS = st.sampled_from(Unit)


@pytest.mark.parametrize(
    ("text", "unit", "kr"),
    [
        ("0", KR, 0),
        ("0", TKR, 0),
        ("00", KR, 0),
        ("007", KR, 7),
        ("755", KR, 755),
        ("755", TKR, 755_000),
        ("1 400", KR, 1_400),
        ("1 400", TKR, 1_400_000),
        ("1\u00a0400", KR, 1_400),
        ("1\u2009400", KR, 1_400),
        ("1\u202f400", KR, 1_400),
        ("1\u2007400", KR, 1_400),
        ("\u202d1400\u202c", KR, 1_400),
        ("\ufeff1400", KR, 1_400),
        ("  1  400\u00a0", KR, 1_400),
        ("1400\r\n", KR, 1_400),
        ("\t1400", KR, 1_400),
        ("10 010 000", KR, 10_010_000),
        ("10010000", KR, 10_010_000),
        ("1 234,5", TKR, 1_234_500),
        ("1 234.5", TKR, 1_234_500),
        ("1234,567", TKR, 1_234_567),
        ("1234.567", TKR, 1_234_567),
        ("9,999", TKR, 9_999),
        ("1,000", TKR, 1_000),
        ("0,5", TKR, 500),
        ("0.999", TKR, 999),
        ("0,001", TKR, 1),
        ("1,5000", TKR, 1_500),
        ("1 234,00", KR, 1_234),
        ("1234.00", KR, 1_234),
        ("1 234,0000", KR, 1_234),
        ("0,000", KR, 0),
        ("1.234.567", KR, 1_234_567),
        ("1,234,567", KR, 1_234_567),
        ("1.234,00", KR, 1_234),
        ("1,234.00", KR, 1_234),
        ("1.234,50", TKR, 1_234_500),
        ("1,234.50", TKR, 1_234_500),
        ("1.234.567,00", KR, 1_234_567),
        ("-355", KR, -355),
        ("−355 000", KR, -355_000),
        ("–355", KR, -355),
        ("‐355", KR, -355),
        ("‑355", KR, -355),
        ("- 355", KR, -355),
        ("355-", KR, -355),
        ("355 −", KR, -355),
        ("(24 000)", KR, -24_000),
        ("( 24 000 )", KR, -24_000),
        ("(1,5)", TKR, -1_500),
        ("-0", KR, 0),
        ("+5", KR, 5),
        ("+ 5 000", KR, 5_000),
        ("1 234 kr", TKR, 1_234),
        ("1 234 KR", TKR, 1_234),
        ("1234kr.", TKR, 1_234),
        ("1 234\u00a0kronor", TKR, 1_234),
        ("1 krona", TKR, 1),
        ("1 234 SEK", TKR, 1_234),
        ("SEK 1 234", TKR, 1_234),
        ("kr 1 234", TKR, 1_234),
        ("1 234:-", TKR, 1_234),
        ("1 234,-", TKR, 1_234),
        ("1 234:–", TKR, 1_234),
        ("1 234,00 kr", KR, 1_234),
        ("736 tkr", KR, 736_000),
        ("736 Tkr", TKR, 736_000),
        ("736TKR", KR, 736_000),
        ("736 kkr", KR, 736_000),
        ("736 tusen kronor", KR, 736_000),
        ("736,25 tkr", KR, 736_250),
        ("1,5 mkr", KR, 1_500_000),
        ("1,234567 mnkr", KR, 1_234_567),
        ("2 miljoner kronor", TKR, 2_000_000),
        ("1 miljon kr", TKR, 1_000_000),
        ("-355 kr", TKR, -355),
        ("355 kr-", KR, -355),
        ("355- kr", KR, -355),
        ("-355:-", KR, -355),
        ("(24 tkr)", KR, -24_000),
        ("(24) tkr", KR, -24_000),
        ("-kr 355", KR, -355),
        ("1 000 000 000 000", KR, MOST_KRONOR),
        ("-1 000 000 000", TKR, -MOST_KRONOR),
        ("1 000 000 mkr", KR, MOST_KRONOR),
        ("5" + " " * 300, KR, 5),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text: str, unit: Unit, kr: int) -> None:
    assert parse(text, unit) == Read(kr=kr)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\u00a0", "\n", "\u200b", "-", "–", "—", "−", " - ", "- kr", "–\u00a0tkr", "-:-"],
)
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("negate", [False, True])
def test_nothing_and_a_lone_dash_are_no_amount(text: str, unit: Unit, negate: bool) -> None:
    assert parse(text, unit, negate) == Read(kr=None)


@pytest.mark.parametrize(
    ("text", "kr"),
    [
        ("755", 755),
        ("−355 000", 355_000),
        ("(24 000)", 24_000),
        ("355-", 355),
        ("355:-", 355),
        ("-355 kr", 355),
        ("+5 000", -5_000),
        ("+ 5 tkr", -5_000),
        ("0", 0),
        ("+0", 0),
    ],
)
def test_in_the_negative_style_only_a_plus_corrects_a_cost(text: str, kr: int) -> None:
    assert parse(text, KR, negate=True) == Read(kr=kr)


@pytest.mark.parametrize(
    ("text", "unit", "readings"),
    [
        ("9.999", TKR, ("9\u00a0999", "9,999")),
        ("9.999", KR, ("9\u00a0999",)),
        ("9.500", TKR, ("9\u00a0500", "9,5")),
        ("9.000", KR, ("9\u00a0000", "9")),
        ("9.000", TKR, ("9\u00a0000", "9")),
        ("1,000", KR, ("1\u00a0000", "1")),
        ("1,000 kr", TKR, ("1\u00a0000 kr", "1 kr")),
        ("123.456", TKR, ("123\u00a0456", "123,456")),
        ("−9.999", TKR, ("−9\u00a0999", "−9,999")),
        ("+9.999", TKR, ("+9\u00a0999", "+9,999")),
        ("(9.999)", KR, ("(9\u00a0999)",)),
        ("9.999 kr", TKR, ("9\u00a0999 kr",)),
        ("9.999 tkr", KR, ("9\u00a0999 tkr", "9,999 tkr")),
        (" 9.999\u200b", TKR, ("9\u00a0999", "9,999")),
        ("9\u200b.999", TKR, ("9\u00a0999", "9,999")),
        ("1.500 mkr", KR, ("1\u00a0500 mkr", "1,5 mkr")),
    ],
)
def test_what_may_be_two_amounts_is_asked_about(
    text: str, unit: Unit, readings: tuple[str, ...]
) -> None:
    found = parse(text, unit)
    assert isinstance(found, Unread)
    assert [each.replace("\u200b", "") for each in found.readings] == list(readings)
    assert all(isinstance(parse(reading, unit), Read) for reading in found.readings)


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("1 4oo", TKR, "”1 4oo” är inte ett belopp. Skriv hela tusental, till exempel 1 400."),
        ("1 4oo", KR, "”1 4oo” är inte ett belopp. Skriv hela kronor, till exempel 1 400."),
        (
            "9.999",
            TKR,
            "”9.999” kan vara 9 999 eller 9,999. Välj vilket du menar.",
        ),
        ("9.999", KR, "”9.999” är inte tydligt. Skriv 9 999 om det är vad du menar."),
        ("9,999", KR, "”9,999” har delar av en krona. Skriv hela kronor, till exempel 9 999."),
        (
            "1 234,50",
            KR,
            "”1 234,50” har delar av en krona. Skriv hela kronor, till exempel 1 234.",
        ),
        (
            "1,23456",
            TKR,
            "”1,23456” har delar av en krona. Skriv högst tre decimaler, till exempel 1,234.",
        ),
        (
            "1,2345678 mkr",
            TKR,
            "”1,2345678 mkr” har delar av en krona. "
            "Skriv högst sex decimaler, till exempel 1,234567.",
        ),
        (
            "1 2 3",
            KR,
            "”1 2 3” är inte ett belopp. "
            "Mellanslag skiljer grupper om tre siffror, till exempel 1 400.",
        ),
        ("#REF!", KR, "”#REF!” är ett fel i Excel. Rätta formeln där eller skriv beloppet här."),
        (
            "#DIV/0!",
            KR,
            "”#DIV/0!” är ett fel i Excel. Rätta formeln där eller skriv beloppet här.",
        ),
        (
            "#####",
            KR,
            "”#####” betyder att kolumnen är för smal i Excel. Bredda den och kopiera igen.",
        ),
        (
            "1 000 000 000 001",
            KR,
            "”1 000 000 000 001” är för stort. Ett belopp får vara högst 1 000 miljarder kronor.",
        ),
        (
            "1" + "0" * 150,
            KR,
            f"”1{'0' * 39}…” är för stort. Ett belopp får vara högst 1 000 miljarder kronor.",
        ),
        (
            "9" * 200_000,
            KR,
            "Texten är för lång för att vara ett belopp. Skriv bara beloppet, till exempel 1 400.",
        ),
    ],
)
def test_what_is_refused_says_why_and_how_to_write_it(text: str, unit: Unit, why: str) -> None:
    found = parse(text, unit)
    assert isinstance(found, Unread)
    assert found.why.replace("\u00a0", " ") == why


@pytest.mark.parametrize(
    "text",
    [
        "kr", "tkr", ":-", "+", "()", "(-)", "--", "-5-", "(-5)", "-(5)", "(5", "5)", "5+",
        "1 23", "12 34", "1234 567", "1 234 56", "1,23,456", "1.23.456", "1,234,5", "1.234.5",
        "1 234,567,8", "1'234", "1_234", "1234,", ",5", ".5", "1e5", "1E5", "½", "1½", "٣٤٥",
        "１２３", "0x10", "²", "12\u2003345", "5 kr kr", "5 tkr kr", "kr 5 kr", "5 %", "ca 500",
        "500 st", "5 euro", "=1+1", "1+1", "1 400\n1 500", "5 \u212ar", "nan", "inf", "\x00",
        "NULL", "\ud800", "5;5", "#", "1 mdkr", "5 m kr",
    ],
)  # fmt: skip
@pytest.mark.parametrize("unit", Unit)
def test_anything_else_is_refused_without_a_guess(text: str, unit: Unit) -> None:
    found = parse(text, unit)
    assert isinstance(found, Unread)
    assert found.readings == ()


def test_the_longest_text_is_what_a_cell_can_keep() -> None:
    too_large, too_long = parse("9" * LONGEST, KR), parse("9" * (LONGEST + 1), KR)
    assert isinstance(too_large, Unread) and "för stort" in too_large.why
    assert isinstance(too_long, Unread) and "för lång" in too_long.why


@given(KRONOR | st.none(), UNITS, st.booleans())
def test_what_stands_in_a_cell_is_read_back_to_the_krona(
    kr: int | None, unit: Unit, negate: bool
) -> None:
    assert parse(typed_text(kr, unit, negate), unit, negate) == Read(kr=kr)


@given(st.integers(-(10**9), 10**9) | st.none(), UNITS, UNITS, st.booleans())
def test_what_prints_exactly_is_read_back_from_print(
    thousands: int | None, unit: Unit, grid: Unit, negate: bool
) -> None:
    kr = None if thousands is None else thousands * 1000
    assert parse(amount_text(kr, unit, negate), unit, negate) == Read(kr=kr)
    assert parse(with_unit(kr, unit, negate), grid, negate) == Read(kr=kr)


@given(KRONOR, st.booleans())
def test_every_krona_is_read_back_from_print_in_kronor(kr: int, negate: bool) -> None:
    assert parse(amount_text(kr, KR, negate), KR, negate) == Read(kr=kr)
    assert parse(with_unit(kr, KR, negate), TKR, negate) == Read(kr=kr)


@given(
    st.text() | st.text(alphabet="0123456789 \u00a0.,-+()–−kr tm:#", max_size=14),
    UNITS,
    st.booleans(),
)
def test_any_text_is_read_or_refused(text: str, unit: Unit, negate: bool) -> None:
    found = parse(text, unit, negate)
    if isinstance(found, Read):
        assert found.kr is None or abs(found.kr) <= MOST_KRONOR
    else:
        assert found.why.endswith(".")
        assert all(isinstance(parse(each, unit, negate), Read) for each in found.readings)
