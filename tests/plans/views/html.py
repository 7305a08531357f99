"""What a page says and carries, read from its HTML."""

import re
from html.parser import HTMLParser
from typing import Any

ADDRESSES = ("href", "src", "action", "formaction", "srcset", "poster", "data")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def tags(html: str) -> list[tuple[str, dict[str, str]]]:
    """Every tag with its attributes, in order."""
    reader = _Reader()
    reader.feed(html)
    return reader.tags


def body(response: Any) -> str:
    return str(response.content, "utf-8")


def text(response: Any) -> str:
    """What the page's main part says, with one ordinary space between words."""
    main = body(response).split("<main", 1)[1].split(">", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).replace("\u00a0", " ").split())


def forbidden(html: str) -> list[str]:
    """What a page may not carry: style or script of its own, and anything from elsewhere."""
    found = []
    for tag, attributes in tags(html):
        # A block of JSON is data: no browser runs it.
        is_data = attributes.get("type") == "application/json"
        if tag == "style" or (tag == "script" and not attributes.get("src") and not is_data):
            found.append(tag)
        found += [f"{tag} {name}" for name in attributes if name == "style" or name[:2] == "on"]
        found += [
            f"{tag} {name}={attributes[name]}"
            for name in ADDRESSES
            if not re.match(r"(/(?!/)|#|$)", attributes.get(name, ""))
        ]
    return found
