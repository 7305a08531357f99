import pytest

from tests.plans.document.html_rules import violations

HEAD = '<html lang="sv"><head><title>Plan</title></head>'
WHOLE = f"{HEAD}<body><h1>Plan</h1><h2>Mål</h2>{{}}</body></html>"


def test_a_good_document_breaks_no_rule() -> None:
    assert violations(WHOLE.format("<p>Text.</p>")) == []


def test_a_document_needs_a_language_a_title_and_one_main_heading() -> None:
    assert violations("<html><body><h2>Mål</h2></body></html>") == [
        "h2 after h0",
        "html: no lang",
        "html: no title",
        "html: not exactly one h1",
    ]


@pytest.mark.parametrize(
    ("fragment", "broken"),
    [
        ("<h4>Hopp</h4>", ["h4 after h2"]),
        ("<h3></h3>", ["h3: empty"]),
        ("<table><tr><td>a</td></tr></table>", ["table: no caption", "table: no header"]),
        (
            "<table><caption>a</caption><thead><tr><td>b</td></tr></thead>"
            '<tbody><tr><th scope="row"></th></tr></tbody></table>',
            ["td in thead", "th: empty"],
        ),
        (
            "<table><caption>a</caption><tr><th>b</th><td rowspan=2>c</td></tr></table>",
            ["th: no scope", "td: rowspan"],
        ),
        ("<ul><li><p>a</p></li></ul>", ["li > p"]),
        ("<ul><li><table></table>a</li></ul>", ["table: no caption", "table: no rows",
         "table: no header", "li > table"]),
        ("<a href=x><b>a</b></a>", ["a > b"]),
        ("<a href=x></a>", ["a: empty"]),
        ("<img src=a>", ["img: no alt"]),
        ("<svg><path/><title>a</title></svg>", ["svg: no title first"]),
        ('<p style="color:red">a</p>', ["p: style"]),
        ("<input>", ["input: a form field"]),
        ("<p id=a>a</p><p id=a>b</p>", ["id a: used twice"]),
    ],
)  # fmt: skip
def test_each_broken_rule_is_named(fragment: str, broken: list[str]) -> None:
    assert violations(fragment, level=2) == broken
