import pytest

from plans.document.html.normalise import normalise
from plans.document.html.sanitise import sanitise


def table(html: str, heading: str = "Avsnittet") -> str:
    return normalise(sanitise(f"<table>{html}</table>"), level=2, heading=heading)


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def test_the_first_row_becomes_the_head_and_the_first_cell_heads_its_row() -> None:
    assert table(row("Kommun", "Kronor") + row("Motala", "1 045 924")) == (
        '<table><caption class="sr">Avsnittet</caption>'
        '<thead><tr><th scope="col">Kommun</th><th scope="col" class="r">Kronor</th></tr></thead>'
        '<tbody><tr><th scope="row">Motala</th><td class="r">1\u00a0045\u00a0924</td></tr>'
        "</tbody></table>"
    )


def test_every_leading_row_of_headers_belongs_to_the_head() -> None:
    headers = "<tr><th>A</th><th>B</th></tr>"
    assert table(headers * 2 + row("c", "d")).count('scope="col"') == 4


def test_a_caption_of_its_own_is_kept() -> None:
    assert "<caption>Befolkning</caption>" in table(
        "<caption>Befolkning</caption>" + row("a", "b") * 2
    )


def test_a_table_is_named_by_the_nearest_heading() -> None:
    html = f"<h2>Nära</h2><table>{row('a', 'b') * 2}</table>"
    assert '<caption class="sr">Nära</caption>' in normalise(
        sanitise(html), level=2, heading="Långt"
    )


def test_an_empty_corner_gets_a_word_for_screen_readers() -> None:
    printed = table(row("", "2024", "") + row("Intäkt", "1", "2"))
    assert '<th scope="col"><span class="sr">Rad</span></th>' in printed
    assert '<span class="sr">Kolumn 3</span>' in printed


def test_an_empty_first_cell_heads_nothing() -> None:
    assert "<tbody><tr><td></td><td>x</td></tr></tbody>" in table(row("A", "B") + row("", "x"))


def test_a_cell_that_reached_down_is_said_again() -> None:
    printed = table(
        row("A", "B", "C")
        + '<tr><td rowspan="2">Lång<span class="footnote">Anm.</span></td><td>1</td><td>2</td></tr>'
        + row("3", "4")
    )
    assert printed.count('<th scope="row">Lång') == 2
    assert printed.count("Anm.") == 1
    assert 'Lång</th><td class="r">3</td><td class="r">4</td>' in printed


def test_a_cell_that_reaches_down_in_the_middle_keeps_its_column() -> None:
    printed = table(
        row("A", "B", "C")
        + '<tr><td>r1</td><td rowspan="2">mitt</td><td>x</td></tr>'
        + row("r2", "y")
    )
    assert '<tr><th scope="row">r2</th><td>mitt</td><td>y</td></tr>' in printed


def test_short_rows_are_filled() -> None:
    printed = table(row("A", "B", "C") + row("a") + row("d", "e", "f", "g"))
    assert '<th colspan="2" scope="col">C</th>' in printed
    assert '<tr><th scope="row">a</th><td></td><td></td><td></td></tr>' in printed


def test_a_single_row_is_headed_by_its_first_cell() -> None:
    assert table(row("Totalt", "10")) == (
        '<table><caption class="sr">Avsnittet</caption><tbody>'
        '<tr><th scope="row">Totalt</th><td class="r">10</td></tr></tbody></table>'
    )


def test_a_table_of_one_cell_is_its_text() -> None:
    assert table(row("<p>Ruta</p><p>två</p>")) == "<p>Ruta</p><p>två</p>"


def test_a_table_of_one_column_has_a_head_and_plain_cells() -> None:
    assert table(row("Rubrik") + row("a")).endswith(
        '<thead><tr><th scope="col">Rubrik</th></tr></thead>'
        "<tbody><tr><td>a</td></tr></tbody></table>"
    )


def test_a_column_with_words_among_its_numbers_keeps_its_header_at_the_left() -> None:
    printed = table(row("A", "B") + row("a", "12 %") + row("b", "okänt"))
    assert '<th scope="col">B</th>' in printed
    assert '<td class="r">12\u00a0%</td>' in printed


def test_a_row_without_a_cell_goes_whoever_wrote_it() -> None:
    rows = row("a", "b") + row("c", "d")
    unclean = f"<table><thead><tr></tr></thead><tbody><tr></tr>{rows}</tbody></table>"
    assert normalise(unclean, level=2, heading="Avsnittet") == table(rows)


@pytest.mark.parametrize("rows", ["", "<thead></thead>", "<tbody><tr></tr></tbody>"])
def test_a_table_without_a_cell_goes(rows: str) -> None:
    assert normalise(f"<p>a</p><table>{rows}</table>", level=2) == "<p>a</p>"
