"""The text of a section in Word: marks, lists, quotes, tables, notes and pictures."""

from dataclasses import replace

from docx.oxml.ns import qn

from plans.document.html.sanitise import sanitise
from plans.exports.docx.links import bookmark_name
from tests import factories
from tests.plans.exports.docx.reading import (
    body,
    docx_of,
    faults,
    headings,
    items,
    lines,
    parts,
    restarts,
    style_of,
    tables,
    text_of,
    value,
    with_text,
)
from tests.plans.exports.printing import section

NESTED = sanitise(
    "<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>"
    "<ol><li>f</li></ol><p>Mellan.</p><ol><li>g</li></ol>"
)


def test_lists_are_words_own_and_nest() -> None:
    found = items(with_text(NESTED))
    assert [(style, level, text) for style, _, level, text in found] == [
        ("ListBullet", 0, "a"),
        ("ListNumber2", 1, "b"),
        ("ListBullet3", 2, "c"),
        ("ListNumber2", 1, "d"),
        ("ListBullet", 0, "e"),
        ("ListNumber", 0, "f"),
        ("ListNumber", 0, "g"),
    ]


def test_each_numbered_list_begins_at_1() -> None:
    data = with_text(NESTED)
    lists = {text: list_ for _, list_, _, text in items(data)}
    begun = restarts(data)
    assert lists["b"] == lists["d"]
    assert [begun[lists[text]] for text in "bfg"] == [{1: 1}, {0: 1}, {0: 1}]
    assert len({lists[text] for text in "bfg"}) == 3


def test_what_follows_in_an_item_stands_in_line_with_it() -> None:
    data = with_text(sanitise("<ul><li><p>a</p><p>b</p></li></ul>"))
    assert lines(data)[1:] == [("ListBullet", "a"), ("ListContinue", "b")]


def test_a_list_in_a_list_without_words_keeps_its_place() -> None:
    data = with_text(sanitise("<ol><li><ol><li>a</li></ol></li><li>b</li></ol>"))
    assert [(level, text) for _, _, level, text in items(data)][-2:] == [(1, "a"), (0, "b")]
    assert faults(data) == []


def test_a_lead_in_stays_with_its_list() -> None:
    data = with_text(sanitise("<p>För sig.</p><p>Vi ska</p><ul><li>a</li></ul>"))
    kept = [
        text_of(p)
        for p in body(data).iter(qn("w:p"))
        if p.find(f".//{qn('w:keepNext')}") is not None
    ]
    assert kept == ["Vi ska"]


def test_bold_and_italic_are_runs_of_their_own() -> None:
    data = with_text(sanitise("<p>a<strong>b<em>c</em></strong></p>"))
    runs = {
        text_of(run): [child.tag for child in run.iterfind(f"{qn('w:rPr')}/*")]
        for run in body(data).iter(qn("w:r"))
    }
    assert [runs[letter] for letter in "abc"] == [[], [qn("w:b")], [qn("w:b"), qn("w:i")]]


def test_a_line_break_is_a_line_break() -> None:
    data = with_text(sanitise("<p>a<br>b</p>"))
    paragraph = list(body(data).iter(qn("w:p")))[-1]
    assert [child.tag for run in paragraph.iter(qn("w:r")) for child in run] == [
        qn("w:t"),
        qn("w:br"),
        qn("w:t"),
    ]


def test_headings_in_a_text_are_below_that_of_their_section() -> None:
    data = with_text(sanitise("<h2>Över</h2><h3>Under</h3>"))
    assert headings(data)[1:] == [(2, "1 Rubrik"), (3, "Över"), (4, "Under")]


def test_a_quote_is_a_quote() -> None:
    data = with_text(sanitise("<blockquote><p>Ett gott liv</p></blockquote>"))
    assert lines(data)[1:] == [("Quote", "Ett gott liv")]


def test_a_link_leads_out() -> None:
    data = with_text(sanitise('<p><a href="https://nns.se/a?b=c">NNS</a></p>'))
    targets = [rel.get("Target") for rel in parts(data)["word/_rels/document.xml.rels"]]
    assert "https://nns.se/a?b=c" in targets
    assert faults(data) == []


def test_a_link_to_a_section_leads_to_its_bookmark() -> None:
    other = section("<p>Text.</p>", heading="Annan")
    data = with_text(sanitise(f'<p>Se <a href="#{other.key}">den</a>.</p>'), other)
    name = bookmark_name(f"avsnitt-{other.key}")
    links = [value(link, "anchor") for link in body(data).iter(qn("w:hyperlink"))]
    assert name in links
    [start] = [b for b in body(data).iter(qn("w:bookmarkStart")) if value(b, "name") == name]
    parent = start.getparent()
    assert parent is not None
    assert text_of(parent) == "2 Annan"


def test_a_footnote_keeps_its_marks_and_its_link() -> None:
    note = '<span class="footnote">Se <em>lagen</em>, <a href="https://nns.se/">NNS</a>.</span>'
    data = with_text(sanitise(f"<p>Text{note}.</p>"))
    [found] = [n for n in parts(data)["word/footnotes.xml"] if not value(n, "type")]
    assert text_of(found) == " Se lagen, NNS."
    rels = parts(data)["word/_rels/footnotes.xml.rels"]
    assert [rel.get("Target") for rel in rels] == ["https://nns.se/"]
    assert faults(data) == []


TABLE = sanitise(
    "<table><caption>Antal</caption><tbody><tr><th>Kommun</th><th>Antal</th></tr>"
    "<tr><td>Berg</td><td>1 250</td></tr><tr><td colspan='2'>Alla</td></tr></tbody></table>"
)


def test_a_table_has_its_caption_its_head_and_its_figures_to_the_right() -> None:
    data = with_text(TABLE)
    assert lines(data)[1:] == [
        ("Caption", "Antal"),
        ("TableHead", "Kommun"),
        ("TableHeadNumber", "Antal"),
        ("TableText", "Berg"),
        ("TableNumber", "1 250"),
        ("TableText", "Alla"),
        ("TableSpace", ""),
    ]
    assert tables(data) == [[["Kommun", "Antal"], ["Berg", "1 250"], ["Alla"]]]


def test_a_tables_head_is_repeated_and_its_rows_are_not_torn() -> None:
    rows = list(body(with_text(TABLE)).iter(qn("w:tr")))
    heads = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
    whole = [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows]
    assert (heads, whole) == ([True, False, False], [True] * 3)


def test_a_table_without_a_caption_is_named_unseen() -> None:
    data = with_text(sanitise("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"))
    assert "Caption" not in [style for style, _ in lines(data)]
    [name] = body(data).iter(qn("w:tblCaption"))
    assert value(name) == "Rubrik"


def test_two_tables_stay_two() -> None:
    one = "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    data = with_text(sanitise(one + one))
    assert (len(tables(data)), faults(data)) == (2, [])


def test_a_list_in_a_cell_is_a_list() -> None:
    data = with_text(
        sanitise("<table><tbody><tr><td>a</td><td><ol><li>b</li></ol></td></tr></tbody></table>")
    )
    assert [(style, text) for style, _, _, text in items(data)] == [("TableNumbered", "b")]


def test_a_picture_is_shown_no_wider_than_the_page() -> None:
    data = with_text(f'<img data-picture="{factories.PICTURE}" alt="En punkt">')
    [drawing] = body(data).iter(qn("wp:docPr"))
    [size] = body(data).iter(qn("wp:extent"))
    assert drawing.get("descr") == "En punkt"
    assert (size.get("cx"), size.get("cy")) == ("9525", "9525")
    pictured = next(
        p for p in body(data).iter(qn("w:p")) if p.find(f".//{qn('w:drawing')}") is not None
    )
    assert style_of(pictured) == "Figure"


def test_a_picture_that_cannot_be_read_leaves_its_words() -> None:
    content = factories.content()
    broken = replace(content.pictures[0], data="bm90IGEgcGljdHVyZQ==")
    data = docx_of(replace(content, pictures=(broken,)))
    assert ("Figure", f"[Bild: {factories.SECRET}]") in lines(data)
