"""A slip of the pen in a plan, put right where it stands. Pure."""

import re
from dataclasses import replace
from html import escape

from plans.document.content import PlanContent, Section

TAG = re.compile(r"(<[^>]*>)")


class NotOnce(Exception):
    """The words do not stand in exactly one place; `count` says in how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


def corrected(content: PlanContent, wrong: str, right: str) -> PlanContent:
    """The plan with `right` where `wrong` stands, in its titles, headings or texts.

    The words stand within one piece of text, without formatting between them. Raises NotOnce
    unless they stand in one place.
    """
    count = content.title.count(wrong) + content.subtitle.count(wrong)
    count += sum(_count(section, wrong) for section in content.walk())
    if count != 1:
        raise NotOnce(count)
    return replace(
        content,
        title=content.title.replace(wrong, right),
        subtitle=content.subtitle.replace(wrong, right),
        sections=tuple(_section(section, wrong, right) for section in content.sections),
    )


def _count(section: Section, wrong: str) -> int:
    texts = TAG.split(section.html)[::2]
    return section.heading.count(wrong) + sum(text.count(_html(wrong)) for text in texts)


def _section(section: Section, wrong: str, right: str) -> Section:
    pieces = TAG.split(section.html)
    pieces[::2] = [text.replace(_html(wrong), _html(right)) for text in pieces[::2]]
    return replace(
        section,
        heading=section.heading.replace(wrong, right),
        html="".join(pieces),
        sections=tuple(_section(below, wrong, right) for below in section.sections),
    )


def _html(text: str) -> str:
    return escape(text, quote=False)
