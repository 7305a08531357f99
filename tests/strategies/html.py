"""Section text as an editor writes it, and junk as anybody may send it."""

from html import escape
from uuid import UUID

from hypothesis import strategies as st

PICTURES = {
    UUID(int=1): "/bilder/1.png",
    UUID(int=2): "/bilder/2.png",
}
UNKNOWN_PICTURE = UUID(int=3)
SECTIONS = {UUID(int=11): "avsnitt-1", UUID(int=12): "avsnitt-2"}
UNKNOWN_SECTION = UUID(int=13)
FIGURES = {"result/budget-2025": "−1 366 000", "total_costs/total": "35 269"}

words = st.text("abcåäö 0123456789%–<&\"'\u00a0", min_size=1, max_size=20)
plain = words.map(escape)


def _element(tag: str, content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return content.map(lambda inner: f"<{tag}>{inner}</{tag}>")


def _joined(parts: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=most).map("".join)


marked = st.recursive(
    plain, lambda inner: _element("strong", inner) | _element("em", inner), max_leaves=3
)
addresses = st.sampled_from(
    ["https://www.nnsfinsam.se/", "mailto:a@exempel.se", "http://x.se/?a=1&amp;b=2"]
    + [f"#{key}" for key in (*SECTIONS, UNKNOWN_SECTION)]
)
links = st.tuples(addresses, _joined(marked)).map(lambda link: f'<a href="{link[0]}">{link[1]}</a>')
figures = st.sampled_from([*FIGURES, "result/budget-1999"]).map(
    lambda reference: f'<span data-figure="{reference}">gammal siffra</span>'
)
footnotes = _joined(marked | links).map(lambda note: f'<span class="footnote">{note}</span>')
inline = _joined(marked | links | figures | footnotes | st.just("<br>"), most=5)
paragraphs = _element("p", inline)
pictures = st.tuples(st.sampled_from([*PICTURES, UNKNOWN_PICTURE]), words | st.just("")).map(
    lambda picture: f'<img data-picture="{picture[0]}" alt="{escape(picture[1])}">'
)


def _lists(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    content = _joined(_element("li", st.tuples(paragraphs, items).map("".join)))
    return _element("ul", content) | _element("ol", content)


lists = st.recursive(st.just(""), _lists, max_leaves=4)
spans = st.sampled_from(["", ' colspan="2"', ' rowspan="2"', ' colspan="2" rowspan="3"'])
cells = st.tuples(
    st.sampled_from(["td", "th"]), spans, st.just("<p></p>") | paragraphs | lists | pictures
).map(lambda cell: f"<{cell[0]}{cell[1]}>{cell[2]}</{cell[0]}>")
rows = _element("tr", _joined(cells, most=4))
tables = st.tuples(
    st.just("") | _element("caption", inline),
    st.just("") | _element("thead", rows),
    _element("tbody", _joined(rows, most=4)),
).map(lambda parts: f"<table>{''.join(parts)}</table>")
headings = _element("h2", inline) | _element("h3", inline)
quotes = _element("blockquote", _joined(paragraphs | lists))

editor_html = _joined(headings | paragraphs | lists | tables | pictures | quotes, most=6)
"""A fragment with everything that the editor writes."""

_TAGS = """
    p h1 h2 h3 h6 div ul ol li b strong i em a span blockquote table caption thead tbody tfoot tr
    td th img br hr script style svg math iframe template select option button form input title
    textarea noscript pre dl dt dd u font body html head frameset plaintext
"""
_ATTRIBUTES = f"""
    class="footnote"
    class="a footnote b"
    style="color:red"
    onclick=x()
    id=a
    href="javascript:alert(1)"
    href="data:text/html,x"
    href="https://x.se/å ä"
    href="http://[/"
    href="//x.se"
    href="#{UNKNOWN_SECTION}"
    href=" HTTP://X.se"
    data-picture="{UUID(int=1)}"
    data-picture=x
    src="data:image/png;base64,xx"
    data-figure="result/total"
    data-figure="<b>"
    rowspan=0
    rowspan="3"
    colspan="2"
    colspan=9999
    scope=row
    alt="a<b>&quot;"
"""
_tags = st.sampled_from(_TAGS.split())
_attributes = st.sampled_from([line.strip() for line in _ATTRIBUTES.splitlines()])
_pieces = (
    st.tuples(_tags, _attributes).map(lambda tag: f"<{tag[0]} {tag[1]}>")
    | _tags.map(lambda tag: f"</{tag}>")
    | st.text(max_size=8)
    | words
    | st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "<?php", "&#1;", "&nbsp;", "&lt", "\x00"])
)
junk = _joined(_pieces, most=25)
"""Anything at all."""
