import pytest

from plans.document.word.summary import beginning, contents

LIST = "<ul><li><p>ett</p><ul><li><p>två</p></li></ul></li></ul>"
TABLE = "<table><tbody><tr><td><p>tre fyra</p></td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", "ingen text"),
        ("<p>Ett</p>", "1 ord"),
        (LIST, "1 lista, 2 ord"),
        (LIST + "<p>x</p>" + LIST + TABLE, "2 listor, 1 tabell, 7 ord"),
        ("<h2>A</h2><h3>B</h3><h3>C</h3>", "1 underrubrik, 2 mellanrubriker, 3 ord"),
        ('<img alt="x" data-picture="y">', "1 bild"),
        ('<p>a<span class="footnote">b</span></p>', "1 fotnot, 1 ord"),
    ],
)
def test_a_text_is_counted(html: str, words: str) -> None:
    assert contents(html) == words


def test_the_beginning_is_the_words_outside_tables() -> None:
    assert beginning("") == ""
    assert beginning(TABLE + "<p>Hej\n <em>du</em></p>" + LIST) == "Hej du ett två"


def test_a_long_beginning_ends_at_a_word() -> None:
    words = beginning(f"<p>{'samverkan ' * 50}</p>")
    assert words.endswith("samverkan …")
    assert len(words) <= 162
