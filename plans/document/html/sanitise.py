"""Between anybody's HTML and the database: only what is allowed, always written the same way."""

from typing import Any, cast

import nh3
from lxml import etree

from plans.document.html.allowed import (
    ATTRIBUTES,
    DROPPED_WITH_CONTENT,
    TAGS,
    URL_SCHEMES,
    kept_attribute,
    text_only,
)
from plans.document.html.building import Builder

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(DROPPED_WITH_CONTENT),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=kept_attribute,
    url_schemes=set(URL_SCHEMES),
    link_rel=None,
)


def sanitise(html: str) -> str:
    """The fragment as it is stored: allowed elements only, repaired, in one canonical form.

    Idempotent; text is kept but where it is no text (scripts, styles, the inside of a figure
    reference). "" where nothing visible is left. Linear in time, at any nesting.
    """
    # The builder goes first: it flattens what is nested too deep for nh3, which is quadratic
    # in depth. nh3 goes last, so that it is nh3 that answers for what is stored.
    cleaned = _CLEANER.clean(_built(html))
    # An address can look right and still not be a URL (http://[/); nh3 then leaves a bare <a>.
    return _CLEANER.clean(_built(cleaned)) if "<a>" in cleaned else cleaned


def _built(html: str) -> str:
    builder = Builder()
    parser = etree.HTMLParser(target=cast(Any, builder), huge_tree=True)
    parser.feed("<body>" + text_only(html))
    parser.close()
    return builder.html()
