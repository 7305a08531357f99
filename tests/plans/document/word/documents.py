"""Word files to read, written by python-docx as people write them."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import PurePosixPath
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image

NAMES = {
    **{name: nsmap[name] for name in ("w", "a", "wp", "r", "pic")},
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

GOALS = (
    ("MÅL", "Utförande/aktiviteter", "Mätbart", "Ansvarig"),
    ("Individen", "", "", ""),
    (
        "Deltagarna har en tydlig inriktning mot arbete",
        "Enkät",
        "70 % av deltagarna",
        "Förbundschef",
    ),
    ("Planeringen är gemensam", "Samordnat stöd", "70 %", "Förbundschef"),
)
LAST_GOAL = ("God ekonomisk hushållning", "Halvårsrapport", "Utfall", "Styrelsen")
BUDGET = (
    ("", "Budget 2023", "Budget 2024", "Plan 2025", "Plan 2026"),
    ("Försäkringskassan", "1 876", "1 876", "1 876", "1 876"),
    ("Summa kostnader", "4 326", "4 483", "4 371", "4 071"),
)


def saved(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def made(write: Callable[[WordDocument], object]) -> bytes:
    """A file of what `write` puts into an empty document."""
    document = Document()
    write(document)
    return saved(document)


def sodra_lappland() -> bytes:
    """A plan with the structure of Södra Lappland's: typed numbers, lists, a table cut in two."""
    return made(_sodra_lappland)


def _sodra_lappland(document: WordDocument) -> None:
    document.add_paragraph("Verksamhetsplan Budget 2024, Plan 2025–2026", "Title")
    document.add_paragraph("Region Västerbotten, Arbetsförmedlingen och Försäkringskassan")
    document.add_paragraph("Beslutad 2023.11.30")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading("1. Inledning", 1)
    document.add_paragraph("Förbundet samlar sju kommuner, regionen och två myndigheter.")
    document.add_heading("2. Uppdrag och arbetsorganisation", 1)
    document.add_heading("Arbetsorganisation", 2)
    document.add_heading("Styrelse", 3)
    document.add_paragraph("Styrelsen har tio ledamöter och tio ersättare.")
    document.add_heading("4. Verksamhetsinriktning 2024", 1)
    for style, text in (
        ("List Bullet", "Uppdrag individ"),
        ("List Bullet 2", "En väg vidare"),
        ("List Bullet", "Uppdrag struktur"),
        ("List Number", "Kartlägga behoven"),
        ("List Number", "Föreslå insatser"),
    ):
        document.add_paragraph(text, style)
    document.add_heading("6 Mål/Målkarta", 1)
    goals = table(document, GOALS, has_head=True)
    goals.cell(1, 0).merge(goals.cell(1, 3))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    table(document, (LAST_GOAL,))
    document.add_heading("9. Budget", 1)
    table(document, BUDGET, has_head=True)
    document.add_heading("Bilaga 1: Ändamål och uppgifter", 1)
    paragraph = document.add_paragraph("Förbundet finansierar ")
    paragraph.add_run("samordnade").bold = True
    paragraph.add_run(" insatser.").italic = True


def table(
    document: WordDocument, rows: Sequence[Sequence[str]], *, has_head: bool = False
) -> Table:
    """A table whose first row is a marked head in bold, if it has one."""
    made: Table = document.add_table(0, len(rows[0]))
    for words in rows:
        cells = made.add_row().cells  # type: ignore[no-untyped-call]
        for cell, word in zip(cells, words, strict=True):
            cell.text = word
    if has_head:
        properties = made.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
    return made


def bold(document: WordDocument, text: str) -> Paragraph:
    """A paragraph in bold, as a heading without style is."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    return paragraph


def elements(xml: str) -> list[BaseOxmlElement]:
    """XML in Word's own names."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    root = parse_xml(f"<root {names}>{xml}</root>")
    return cast(list[BaseOxmlElement], [*root.iterchildren()])


def add(paragraph: Paragraph, xml: str) -> None:
    """Puts XML into a paragraph as it stands."""
    for child in elements(xml):
        paragraph._p.append(child)


def field(paragraph: Paragraph, code: str, result: str) -> None:
    """A complex field with its code and its result."""
    add(
        paragraph,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{result}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def repacked(data: bytes, **parts: bytes | None) -> bytes:
    """The file with other bytes for some parts ("document_xml"), or without them (None)."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = parts.get(PurePosixPath(name).name.replace(".", "_"), old.read(name))
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def part(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def with_part(data: bytes, name: str, content: bytes, kind: str) -> bytes:
    """The file with one more part that the main text points at, by the id "rIdNew"."""
    stream = BytesIO()
    relation = (
        f'<Relationship Id="rIdNew" Target="{name}" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            text = old.read(each)
            if each == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", relation.encode())
            new.writestr(each, text)
        new.writestr(f"word/{name}", content)
    return stream.getvalue()


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", size, "#1b4c68").save(stream, kind)
    stream.seek(0)
    return stream
