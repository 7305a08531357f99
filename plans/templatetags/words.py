"""Words on a page: where a line may break in one."""

import re
from collections.abc import Mapping

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# Not in a tag, where the next angle bracket is the one that closes it.
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})(?![^<]*>)")


@register.filter
def breakable(text: str) -> SafeString:
    """The text, with a place to break a line after a slash between two words.

    Plain text is escaped, what is safe is left as it is. Browsers break no word there by
    themselves: "Försäkringskassan/Arbetsförmedlingen".
    """
    escaped = conditional_escape(text)
    return mark_safe(_BETWEEN_WORDS.sub("/<wbr>", escaped))  # noqa: S308 -- escaped, or safe before


@register.filter
def at(values: Mapping[object, object], key: object) -> object:
    """What a mapping has for a key, nothing where it has none."""
    return values.get(key, "")
