from plans.document.html.boxes import boxed
from plans.document.html.normalise import normalise

TABLE = "<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>"


def test_a_table_stands_in_a_box_of_its_name() -> None:
    html = boxed(normalise(f"<p>x</p>{TABLE}", level=2, heading="Mål & mått"))
    assert html.startswith(
        '<p>x</p><div class="scroll" role="region" tabindex="0" aria-label="Mål &amp; mått"><table>'
    )
    assert html.endswith("</table></div>")


def test_a_table_without_a_name_is_a_table() -> None:
    assert 'aria-label="Tabell"' in boxed(TABLE)


def test_text_without_tables_is_as_it_was() -> None:
    assert boxed("<p>a &lt;table</p>") == "<p>a &lt;table</p>"
    assert boxed("") == ""
