"""A letter's text, made from its template."""

import re

from django.template.loader import render_to_string

EMPTY_LINES = re.compile(r"\n{3,}")


def body_of(kind: str, **context: object) -> str:
    """The text of templates/mail/<kind>.txt, with no more than one empty line at a time."""
    text = render_to_string(f"mail/{kind}.txt", context)
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return EMPTY_LINES.sub("\n\n", lines).strip() + "\n"
