"""What is wider than the page scrolls in a box of its own, which the keyboard reaches too."""

from plans.document.html.tree import parsed, text_of, wrap, written

BOX = "scroll"


def boxed(html: str) -> str:
    """Normalised text with each of its tables in a box that is called as the table is."""
    if "<table" not in html:
        return html
    root = parsed(html)
    for table in root.findall("table"):
        box = wrap(table, "div")
        caption = table.find("caption")
        name = "Tabell" if caption is None else text_of(caption)
        for attribute, value in (
            ("class", BOX),
            ("role", "region"),
            ("tabindex", "0"),
            ("aria-label", name),
        ):
            box.set(attribute, value)
    return written(root)
