"""The rules of our HTML that an accessible PDF stands on, as a lint for tests.

Each is a measured condition of PDF/UA-1 or PDF/A-3a for what WeasyPrint makes of the HTML.
"""

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement, document_fromstring

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "table", "ul",
})  # fmt: skip
FORM_FIELDS = frozenset({"input", "select", "textarea", "button", "form"})


def violations(html: str, *, level: int = 0) -> list[str]:
    """Every broken rule of a document, or of a fragment under a heading of that level."""
    if not html.strip():
        return []
    root = document_fromstring(html)
    return [message for rule in RULES for message in rule(root)] + list(
        _headings(root, level) if level else _document(root)
    )


def _document(root: HtmlElement) -> Iterator[str]:
    yield from _headings(root, 0)
    if not root.get("lang"):
        yield "html: no lang"
    if not (root.findtext(".//title") or "").strip():
        yield "html: no title"
    if len(root.findall(".//h1")) != 1:
        yield "html: not exactly one h1"


def _headings(root: HtmlElement, level: int) -> Iterator[str]:
    previous = level
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        own = int(str(heading.tag)[1])
        if own > previous + 1 or own <= level:
            yield f"h{own} after h{previous}"
        if not _text(heading):
            yield f"h{own}: empty"
        previous = own


def _tables(root: HtmlElement) -> Iterator[str]:
    for table in root.iter("table"):
        if not _text(table.find("caption")):
            yield "table: no caption"
        rows = table.findall(".//tr")
        if not rows:
            yield "table: no rows"
        if len({sum(int(cell.get("colspan", "1")) for cell in row) for row in rows}) > 1:
            yield "table: rows of unequal width"
        if len(rows) > 1 and table.find("thead") is None:
            yield "table: no thead"
        if table.find(".//th") is None:
            yield "table: no header"


def _cells(root: HtmlElement) -> Iterator[str]:
    for cell in root.iter("th", "td"):
        if cell.get("rowspan", "1") != "1":
            yield f"{cell.tag}: rowspan"
        if cell.tag == "td" and next(cell.iterancestors("thead"), None) is not None:
            yield "td in thead"
        if cell.tag == "th" and cell.get("scope") not in {"col", "row", "rowgroup", "colgroup"}:
            yield "th: no scope"
        if cell.tag == "th" and not _text(cell) and cell.find(".//img") is None:
            yield "th: empty"


def _lists(root: HtmlElement) -> Iterator[str]:
    for item in root.iter("li"):
        if not _text(item):
            yield "li: empty"
        for block in item:
            is_single_paragraph = block.tag == "p" and len(item.findall("p")) == 1
            if is_single_paragraph or block.tag in BLOCKS - {"p", "ul", "ol"}:
                yield f"li > {block.tag}"
    for listing in root.iter("ul", "ol"):
        if any(child.tag != "li" for child in listing) or not len(listing):
            yield f"{listing.tag}: not items only"


def _links(root: HtmlElement) -> Iterator[str]:
    for link in root.iter("a"):
        if len(link):
            yield f"a > {link[0].tag}"
        if not _text(link) and not link.get("aria-label"):
            yield "a: empty"
        if link.get("rel") == "attachment":
            yield "a rel=attachment"


def _pictures(root: HtmlElement) -> Iterator[str]:
    for img in root.iter("img"):
        if not (img.get("alt") or "").strip():
            yield "img: no alt"
        if not img.get("src"):
            yield "img: no src"
    for svg in root.iter("svg"):
        if not len(svg) or svg[0].tag != "title" or not _text(svg[0]):
            yield "svg: no title first"


def _attributes(root: HtmlElement) -> Iterator[str]:
    for element in root.iter():
        for name in ("style", "opacity", "onclick"):
            if element.get(name) is not None:
                yield f"{element.tag}: {name}"
        if element.tag in FORM_FIELDS:
            yield f"{element.tag}: a form field"
        if element.tag in {"script", "iframe", "object", "embed"}:
            yield f"{element.tag}: not in a document"


def _ids(root: HtmlElement) -> Iterator[str]:
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"id {name}: used twice"


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else str(element.text_content()).strip()


RULES: tuple[Callable[[HtmlElement], Iterator[str]], ...] = (
    _tables, _cells, _lists, _links, _pictures, _attributes, _ids,
)  # fmt: skip
