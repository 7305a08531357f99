"""What a Word file's text is read into, part by part of Word's own language."""

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from plans.document.content import Picture
from plans.document.word import WordPlan, plan_of_file
from tests.plans.document.word import documents
from tests.plans.document.word.documents import add, bold, elements, field, picture, table

Write = Callable[[Document], object]


def read(write: Write) -> WordPlan:
    """The plan in a file of a heading and what `write` puts below it."""

    def whole(document: Document) -> None:
        document.add_heading("Syfte", 1)
        write(document)

    return plan_of_file(documents.made(whole))


def html(write: Write) -> str:
    return read(write).sections[0].html


def remarks(write: Write) -> tuple[str, ...]:
    return read(write).remarks


def in_paragraph(xml: str, text: str = "Text") -> Write:
    return lambda document: add(document.add_paragraph(text), xml)


def test_bold_italic_and_breaks_are_kept() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("a ")
        run = paragraph.add_run("b")
        run.bold = run.italic = True
        run.add_break()
        paragraph.add_run("c").underline = True

    assert html(write) == "<p>a <strong><em>b</em></strong><br>c</p>"


def test_bold_of_a_style_is_bold_until_a_run_says_otherwise() -> None:
    def write(document: Document) -> None:
        style = document.styles.add_style("Fet", WD_STYLE_TYPE.PARAGRAPH)
        style.font.bold = True
        paragraph = document.add_paragraph("a", style)
        paragraph.add_run("b").bold = False

    assert html(write) == "<p><strong>a</strong>b</p>"


def test_a_style_that_stands_on_a_heading_is_one() -> None:
    def write(document: Document) -> None:
        style = document.styles.add_style("Förbundets rubrik", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 1"]
        document.add_paragraph("Mål", style)

    assert [one.heading for one in read(write).sections] == ["Syfte", "Mål"]


def test_an_outline_level_makes_a_heading() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("Mål")
        [level] = elements('<w:outlineLvl w:val="0"/>')
        paragraph._p.get_or_add_pPr().append(level)

    assert [one.heading for one in read(write).sections] == ["Syfte", "Mål"]


def test_a_link_is_kept_and_one_within_the_document_is_words() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph()
        name = document.part.relate_to("https://www.nnsfinsam.se/", LINK, is_external=True)
        add(paragraph, f'<w:hyperlink r:id="{name}"><w:r><w:t>NNS</w:t></w:r></w:hyperlink>')
        add(paragraph, '<w:hyperlink w:anchor="x"><w:r><w:t> här</w:t></w:r></w:hyperlink>')

    assert html(write) == '<p><a href="https://www.nnsfinsam.se/">NNS</a> här</p>'


LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_a_field_shows_its_result_and_a_link_field_links() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("Se ")
        field(paragraph, 'HYPERLINK "https://a.se/"', "a")
        field(paragraph, " REF x ", " och b")
        add(paragraph, '<w:fldSimple w:instr="PAGE"><w:r><w:t> 3</w:t></w:r></w:fldSimple>')

    assert html(write) == '<p>Se <a href="https://a.se/">a</a> och b 3</p>'


def test_a_contents_list_is_left_out_and_told_once() -> None:
    def write(document: Document) -> None:
        style = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("1. Inledning 3", style)
        bold(document, "Innehållsförteckning")
        field(document.add_paragraph(), ' TOC \\o "1-3" ', "1. Inledning 3")
        document.add_paragraph("Kvar")

    plan = read(write)
    assert plan.sections[0].html == "<p>Kvar</p>"
    assert plan.remarks == ("Innehållsförteckningen togs inte med. Planen gör en egen.",)


def test_a_contents_control_is_left_out() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Kvar")
        for gallery, text in (("Table of Contents", "Bort"), ("Cover Pages", "Med")):
            [control] = elements(
                f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="{gallery}"/>'
                "</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r>"
                f"<w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            )
            document.element.body.insert(2, control)

    assert html(write) == "<p>Kvar</p><p>Med</p>"


def test_headers_and_footers_are_told_if_they_have_words() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Samordningsförbundet"
        document.add_paragraph("x")

    assert remarks(write) == ("Sidhuvud och sidfot togs inte med.",)


def test_page_numbers_alone_are_not_told() -> None:
    def write(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].text = "3"
        document.add_paragraph("x")

    assert remarks(write) == ()


def test_a_page_break_is_nothing() -> None:
    assert html(in_paragraph('<w:r><w:br w:type="page"/><w:t> och mer</w:t></w:r>')) == (
        "<p>Text och mer</p>"
    )


def test_deleted_and_hidden_text_are_left_out_and_inserted_text_is_taken() -> None:
    write = in_paragraph(
        "<w:del><w:r><w:delText> bort</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> nytt</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> dolt</w:t></w:r>"
    )
    assert html(write) == "<p>Text nytt</p>"
    assert remarks(write) == (
        "Text som var markerad som borttagen togs inte med.",
        "Dold text togs inte med.",
    )


def test_signs_are_signs_and_unknown_ones_are_told() -> None:
    write = in_paragraph(
        "<w:r><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="X" w:char="F001"/></w:r>'
    )
    assert html(write) == "<p>Text a-b≥</p>"
    assert remarks(write) == ("Ett tecken ur ett symboltypsnitt togs inte med.",)


def test_a_formula_is_its_text() -> None:
    write = in_paragraph("<m:oMath><m:r><m:t>x + 1</m:t></m:r></m:oMath>")
    assert html(write) == "<p>Text x + 1</p>"
    assert remarks(write) == ("En formel är tagen som vanlig text.",)


def test_a_comment_is_told() -> None:
    write = in_paragraph('<w:r><w:commentReference w:id="0"/></w:r>' * 2)
    assert (html(write), remarks(write)) == ("<p>Text</p>", ("2 kommentarer togs inte med.",))


def test_a_text_box_stands_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent>"
    write = in_paragraph(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert html(write) == "<p>Text</p><p>I rutan</p>"
    assert remarks(write) == ("Texten i en textruta står efter det stycke som rutan hörde till.",)


def test_a_chart_is_told() -> None:
    write = in_paragraph("<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>")
    assert remarks(write) == ("Ett diagram eller en ritad figur togs inte med.",)


# Footnotes

NOTES = f"""<w:footnotes xmlns:w="{documents.NAMES["w"]}"><w:footnote w:id="2"><w:p>
<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Lagen </w:t></w:r>
<w:r><w:rPr><w:i/></w:rPr><w:t>(2003:1210)</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def with_note(write: Write) -> WordPlan:
    data = documents.made(lambda document: write(document))
    return plan_of_file(documents.with_part(data, "footnotes.xml", NOTES.encode(), "footnotes"))


def test_a_footnote_stands_in_the_text() -> None:
    write = in_paragraph('<w:r><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r>')
    assert with_note(write).sections[0].html == (
        '<p>Text<span class="footnote">Lagen <em>(2003:1210)</em></span>.</p>'
    )


def test_a_headings_footnote_begins_its_text() -> None:
    def write(document: Document) -> None:
        heading = document.add_heading("Syfte", 1)
        add(heading, '<w:r><w:footnoteReference w:id="2"/></w:r>')
        document.add_paragraph("Text")

    plan = with_note(write)
    assert plan.sections[0].html == "<p>Lagen <em>(2003:1210)</em></p><p>Text</p>"
    assert plan.remarks == ("En fotnot i en rubrik står först i avsnittets text.",)


def test_a_footnote_that_is_not_there_is_nothing() -> None:
    assert html(in_paragraph('<w:r><w:footnoteReference w:id="9"/></w:r>')) == "<p>Text</p>"


# Lists


def test_a_lists_own_paragraph_goes_on_in_its_item() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Ett", "List Number")
        document.add_paragraph("Mer om ett", "List Continue")
        document.add_paragraph("Två", "List Number")

    assert html(write) == "<ol><li><p>Ett</p><p>Mer om ett</p></li><li><p>Två</p></li></ol>"


def test_a_numbered_list_that_goes_on_after_text_is_told() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Ett", "List Number")
        document.add_paragraph("Emellan")
        document.add_paragraph("Två", "List Number")

    assert html(write).count("<ol>") == 2
    assert remarks(write) == ("En numrerad lista som avbröts av text börjar om på 1.",)


def test_typed_lists_are_lists() -> None:
    def write(document: Document) -> None:
        for text in ("Vi ska", "- samla", "• stödja", "Sedan", "1. först", "2) sist"):
            document.add_paragraph(text)

    assert html(write) == (
        "<p>Vi ska</p><ul><li><p>samla</p></li><li><p>stödja</p></li></ul><p>Sedan</p>"
        "<ol><li><p>först</p></li><li><p>sist</p></li></ol>"
    )


# Tables


def test_cells_merged_downwards_are_one() -> None:
    def write(document: Document) -> None:
        made = table(document, (("Individen", "a"), ("", "b"), ("Ekonomi", "c")))
        made.cell(0, 0).merge(made.cell(1, 0))

    assert html(write) == (
        '<table><tbody><tr><td rowspan="2"><p>Individen</p></td><td><p>a</p></td></tr>'
        "<tr><td><p>b</p></td></tr><tr><td><p>Ekonomi</p></td><td><p>c</p></td></tr></tbody></table>"
    )


def test_cells_hold_paragraphs_and_lists() -> None:
    def write(document: Document) -> None:
        cell = table(document, (("a", "b"),)).cell(0, 1)
        cell.add_paragraph("- c")

    assert "<td><p>b</p><ul><li><p>c</p></li></ul></td>" in html(write)


def test_a_table_in_a_table_becomes_text_and_is_told() -> None:
    def write(document: Document) -> None:
        cell = table(document, (("a", "b"),)).cell(0, 0)
        cell.add_table(1, 1).cell(0, 0).text = "inre"

    assert html(write).count("<table>") == 1
    assert "inre" in html(write)
    assert remarks(write) == ("En tabell inne i en tabell blev text.",)


@pytest.mark.parametrize(
    "second",
    [
        (("Rad", "Belopp"),),  # a head of its own, in bold
        (("c", "d", "e"),),  # another width
    ],
)
def test_two_tables_stay_two(second: tuple[tuple[str, ...], ...]) -> None:
    def write(document: Document) -> None:
        table(document, (("Mål", "Mått"), ("a", "b")), has_head=True)
        document.add_paragraph()
        made = table(document, second)
        if second[0][0] == "Rad":
            for cell in made.rows[0].cells:
                cell.paragraphs[0].runs[0].bold = True

    assert (html(write).count("<table>"), remarks(write)) == (2, ())


def test_text_between_keeps_tables_apart() -> None:
    def write(document: Document) -> None:
        table(document, (("Mål", "Mått"), ("a", "b")), has_head=True)
        document.add_paragraph("Emellan")
        table(document, (("c", "d"),))

    assert html(write).count("<table>") == 2


# Pictures


def pictures(write: Write) -> tuple[Picture, ...]:
    return read(write).pictures


def test_a_picture_stands_where_it_stood_with_its_words() -> None:
    def write(document: Document) -> None:
        document.add_picture(picture())
        [shape] = document.inline_shapes
        shape._inline.docPr.set("descr", "Karta  över länet")

    plan = read(write)
    [taken] = plan.pictures
    assert (taken.media_type, taken.alt) == ("image/png", "Karta över länet")
    assert plan.sections[0].html == f'<img alt="Karta över länet" data-picture="{taken.key}">'
    assert plan.remarks == ()


def test_a_picture_without_words_gets_some_and_is_told() -> None:
    def write(document: Document) -> None:
        document.add_picture(picture("JPEG"))

    [taken] = pictures(write)
    assert (taken.media_type, taken.alt) == ("image/jpeg", "Bild utan beskrivning")
    assert remarks(write) == ("En bild saknar beskrivning (alternativtext). Skriv vad den visar.",)


def test_the_same_picture_twice_is_kept_once() -> None:
    def write(document: Document) -> None:
        document.add_picture(picture())
        document.add_picture(picture())

    assert len(pictures(write)) == 1
    assert html(write).count("<img") == 2


def test_other_formats_are_told() -> None:
    def write(document: Document) -> None:
        document.add_picture(picture("GIF"))

    assert (pictures(write), remarks(write)) == (
        (),
        ("En bild i formatet GIF togs inte med.",),
    )


def test_a_picture_outside_the_file_is_told() -> None:
    write = in_paragraph('<w:r><w:drawing><a:blip r:link="rIdNone"/></w:drawing></w:r>')
    assert remarks(write) == ("En bild ligger utanför Word-filen och togs inte med.",)
