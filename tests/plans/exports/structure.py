"""What a PDF must be to be accessible and kept for ever, as a list of broken rules.

The rules are those of PDF/UA-1 and PDF/A-3a that our pages can break (ISO 14289-1, 19005-3).
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from pikepdf import Array, Dictionary, Object, OutlineItem, Pdf

HEADINGS = {f"/H{level}": level for level in range(1, 7)}
CHILDREN = {
    "/L": {"/L", "/LI", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/Caption", "/THead", "/TBody", "/TFoot", "/TR"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TFoot": {"/TR"},
    "/TR": {"/TH", "/TD"},
}
PARENTS = {
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/Lbl": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
}
FORBIDDEN = ("/AcroForm", "/OpenAction", "/AA")

Tag = tuple[str, Object, str]
"""A structure element: its kind, itself, and its parent's kind."""


def faults(data: bytes) -> list[str]:
    """Every broken rule of a PDF."""
    with Pdf.open(BytesIO(data)) as pdf:
        tags = list(tags_of(pdf))
        return [
            *_marks(pdf),
            *_catalogue(pdf),
            *_order(levels(tags)),
            *(fault for tag in tags for fault in _nesting(tag)),
            *(fault for tag in tags for fault in _content(tag)),
            *_links(pdf),
            *_fonts(pdf),
        ]


def tags_of(pdf: Pdf) -> Iterator[Tag]:
    """Every structure element in reading order."""
    yield from _walk(pdf.Root.StructTreeRoot.K[0], "")


def _walk(element: Object, parent: str) -> Iterator[Tag]:
    kind = str(element.S)
    yield kind, element, parent
    below: object = element.get("/K", [])
    for child in below if isinstance(below, Array) else [below]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield from _walk(child, kind)


def levels(tags: list[Tag]) -> list[int]:
    """The levels of the headings, in reading order."""
    return [HEADINGS[kind] for kind, _, _ in tags if kind in HEADINGS]


def outline(data: bytes) -> list[tuple[int, str]]:
    """The bookmarks: how deep and what, in order."""
    with Pdf.open(BytesIO(data)) as pdf, pdf.open_outline() as bookmarks:

        def below(items: list[OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
            for item in items:
                yield depth, item.title
                yield from below(list(item.children), depth + 1)

        return list(below(list(bookmarks.root), 1))


def font_names(pdf: Pdf) -> set[str]:
    """The fonts of every page without the letters that mark a subset."""
    fonts = (font for page in pdf.pages for font in page.Resources.get("/Font", {}).values())
    return {re.sub(r"^/[A-Z]{6}\+", "", str(font.BaseFont)) for font in fonts}


def _marks(pdf: Pdf) -> Iterator[str]:
    xml = pdf.Root.Metadata.read_bytes().decode()
    if xml.count("<rdf:RDF") != 1:
        yield "metadata: not one rdf:RDF"
    with pdf.open_metadata() as metadata:
        found = {name: metadata.get(name) for name in ("pdfuaid:part", "pdfaid:part")}
        if found != {"pdfuaid:part": "1", "pdfaid:part": "3"}:
            yield f"metadata: {found}"
        if metadata.get("pdfaid:conformance") != "A":
            yield "metadata: not PDF/A-3a"
        if metadata.get("dc:title") != str(pdf.docinfo.Title):
            yield "metadata: the title differs from the document information's"
    if "pdfaExtension:schemas" not in xml:
        yield "metadata: no extension schema"


def _catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if str(root.get("/Lang", "")) != "sv":
        yield "catalogue: no language"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "catalogue: no title"
    if not root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "catalogue: the title is not shown"
    if not root.MarkInfo.get("/Marked"):
        yield "catalogue: not marked"
    if "/OutputIntents" not in root:
        yield "catalogue: no output intent"
    yield from (f"catalogue: {name}" for name in FORBIDDEN if name in root)
    if "/JavaScript" in root.get("/Names", {}):
        yield "catalogue: /JavaScript"


def _order(found: list[int]) -> Iterator[str]:
    if found.count(1) != 1 or found[0] != 1:
        yield "headings: not exactly one H1, first"
    for before, after in pairwise(found):
        if after > before + 1:
            yield f"headings: H{after} after H{before}"


def _nesting(tag: Tag) -> Iterator[str]:
    kind, _, parent = tag
    if parent in CHILDREN and kind not in CHILDREN[parent]:
        yield f"{kind} in {parent}"
    if kind in PARENTS and parent not in PARENTS[kind]:
        yield f"{kind} in {parent}, which has no place for it"


def _content(tag: Tag) -> Iterator[str]:
    kind, element, _ = tag
    if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
        yield "/Figure without words"
    if kind == "/TH" and "/Scope" not in element.A:
        yield "/TH without scope"
    if kind == "/TH" and not len(element.K):
        yield "/TH without content"


def _links(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        if page.get("/Tabs") != "/S":
            yield "page: tabs do not follow the structure"
        for annotation in page.get("/Annots", []):
            if annotation.Subtype != "/Link":
                yield f"annotation: {annotation.Subtype}"
            elif not str(annotation.get("/Contents", "")).strip():
                yield "link without words"


def _fonts(pdf: Pdf) -> Iterator[str]:
    for name in sorted(font_names(pdf)):
        if not name.startswith("Finsam-"):
            yield f"font that is not ours: {name}"
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            for descendant in font.get("/DescendantFonts", [font]):
                if "/FontFile2" not in descendant.FontDescriptor:
                    yield f"font that is not embedded: {font.BaseFont}"
