"""A Word file as a program reads it: its parts, its text, and what would make Word repair it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from plans.document.content import PlanContent, Section
from plans.document.document import document_of
from plans.exports.docx import render_docx
from tests import factories
from tests.plans.exports.printing import example, section

ORDER = {
    "pPr": ("pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "ind", "sectPr"),
    "rPr": ("rStyle", "b", "i", "sz", "szCs", "vertAlign"),
    "tcPr": ("tcW", "gridSpan", "tcBorders"),
}
"""The order that Word's schema asks of the properties that we write."""


@cache
def example_docx(name: str) -> bytes:
    return render_docx(example(name))


def docx_of(content: PlanContent) -> bytes:
    return render_docx(document_of(content))


def with_text(html: str, *more: Section) -> bytes:
    """A small plan with that sanitised text in its first section."""
    content = factories.content()
    return docx_of(replace(content, sections=(section(html), *more)))


def opened(data: bytes) -> Docx:
    return docx.Document(BytesIO(data))


def parts(data: bytes) -> dict[str, Element]:
    """Every part that is XML, by its name."""
    with ZipFile(BytesIO(data)) as file:
        return {
            name: etree.fromstring(file.read(name))
            for name in file.namelist()
            if name.endswith((".xml", ".rels"))
        }


def body(data: bytes) -> Element:
    return parts(data)["word/document.xml"]


def text_of(element: Element) -> str:
    """The words of an element, with ordinary spaces."""
    words = (part.text or "" for part in element.iter(qn("w:t")))
    return "".join(words).replace("\u00a0", " ")


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else value(style)


def value(element: Element, name: str = "val") -> str:
    return element.get(qn(f"w:{name}"), "")


def lines(data: bytes) -> list[tuple[str, str]]:
    """Style and words of each paragraph after the contents, those of tables too."""
    found = [(style_of(p), text_of(p)) for p in body(data).iter(qn("w:p"))]
    start = [style.startswith("Heading") for style, _ in found].index(True)
    return found[start:]


def headings(data: bytes) -> list[tuple[int, str]]:
    """Level and words of the title (1) and of each heading below it."""
    found = []
    for p in body(data).iter(qn("w:p")):
        if style := re.fullmatch(r"Title|Heading(\d)", style_of(p)):
            found.append((int(style[1] or 0) + 1, text_of(p)))
    return found


def tables(data: bytes) -> list[list[list[str]]]:
    """The words of each table's cells, row by row."""
    return [
        [[text_of(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]
        for table in body(data).iter(qn("w:tbl"))
    ]


def items(data: bytes) -> list[tuple[str, int, int, str]]:
    """Style, list, level and words of each item."""
    found = []
    for p in body(data).iter(qn("w:p")):
        number = p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is not None:
            level, list_ = (int(value(child)) for child in number)
            found.append((style_of(p), list_, level, text_of(p)))
    return found


def restarts(data: bytes) -> dict[int, dict[int, int]]:
    """By list: the levels that begin anew, and at which number."""
    return {
        int(value(num, "numId")): {
            int(value(override, "ilvl")): int(value(override[0]))
            for override in num.iter(qn("w:lvlOverride"))
        }
        for num in parts(data)["word/numbering.xml"].iter(qn("w:num"))
    }


def faults(data: bytes) -> list[str]:
    """What Word would not open, or would repair; none in a good file."""
    files = parts(data)
    return [
        *_missing_relations(files),
        *_missing_styles(files),
        *_missing_lists(files),
        *_bookmark_faults(files["word/document.xml"]),
        *_footnote_faults(files),
        *(fault for root in files.values() for fault in _table_faults(root)),
        *_order_faults(files["word/document.xml"]),
    ]


def _missing_relations(files: dict[str, Element]) -> Iterator[str]:
    for name, root in files.items():
        folder, _, file = name.rpartition("/")
        rels = files.get(f"{folder}/_rels/{file}.rels")
        known = set() if rels is None else {rel.get("Id") for rel in rels}
        used = {
            element.get(qn(attribute))
            for element in root.iter()
            for attribute in ("r:id", "r:embed")
        }
        yield from (f"{name}: no relation {one}" for one in used - known - {None})


def _missing_styles(files: dict[str, Element]) -> Iterator[str]:
    known = {value(style, "styleId") for style in files["word/styles.xml"].iter(qn("w:style"))}
    for name, root in files.items():
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"):
            used = {value(element) for element in root.iter(qn(tag))}
            yield from (f"{name}: no style {one}" for one in used - known)


def _missing_lists(files: dict[str, Element]) -> Iterator[str]:
    known = {value(num, "numId") for num in files["word/numbering.xml"].iter(qn("w:num"))}
    for name in ("word/document.xml", "word/styles.xml"):
        used = {value(number) for number in files[name].iter(qn("w:numId"))}
        yield from (f"{name}: no list {one}" for one in used - known)


def _bookmark_faults(root: Element) -> Iterator[str]:
    starts = list(root.iter(qn("w:bookmarkStart")))
    names = Counter(value(start, "name") for start in starts)
    yield from (f"bookmark {name} {count} times" for name, count in names.items() if count > 1)
    yield from (f"bookmark {name}" for name in names if not re.fullmatch(r"\w{1,40}", name))
    ends = Counter(value(end, "id") for end in root.iter(qn("w:bookmarkEnd")))
    if ends != Counter(value(start, "id") for start in starts) or max(ends.values(), default=0) > 1:
        yield "bookmarks do not end as they begin"
    links = {value(link, "anchor") for link in root.iter(qn("w:hyperlink"))} - {""}
    yield from (f"no bookmark {name}" for name in links - set(names))


def _footnote_faults(files: dict[str, Element]) -> Iterator[str]:
    notes = [value(note, "id") for note in files["word/footnotes.xml"]]
    used = [
        value(mark, "id") for mark in files["word/document.xml"].iter(qn("w:footnoteReference"))
    ]
    if notes != ["-1", "0", *used]:
        yield f"footnotes {notes}, referred to as {used}"


def _table_faults(root: Element) -> Iterator[str]:
    for table in root.iter(qn("w:tbl")):
        columns = len(list(table.iter(qn("w:gridCol"))))
        for row in table.iter(qn("w:tr")):
            spans = [
                cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iter(qn("w:tc"))
            ]
            if sum(1 if span is None else int(value(span)) for span in spans) != columns:
                yield "a row is not as wide as its table"
        following = table.getnext()
        if following is None or following.tag != qn("w:p"):
            yield "no paragraph after a table"
    for cell in root.iter(qn("w:tc")):
        if cell[-1].tag != qn("w:p"):
            yield "a cell does not end with a paragraph"


def _order_faults(root: Element) -> Iterator[str]:
    for name, order in ORDER.items():
        for element in root.iter(qn(f"w:{name}")):
            tags = [etree.QName(child).localname for child in element]
            if tags != sorted(set(tags), key=order.index):
                yield f"{name} holds {tags}"
