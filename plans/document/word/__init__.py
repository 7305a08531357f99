"""A plan from a Word file or from a whole document that was pasted. Pure.

`plan_of_file` and `plan_of_paste` give a proposal, or raise WordRefused with a sentence to show.
"""

from plans.document.html.clipboard import read
from plans.document.word.body import Body
from plans.document.word.package import opened
from plans.document.word.parts import parts_of
from plans.document.word.pictures import Pictures
from plans.document.word.refusal import WordRefused
from plans.document.word.remarks import CONTENTS, PICTURE, Remarks
from plans.document.word.runs import Setting
from plans.document.word.splitting import plan_of
from plans.document.word.wordplan import WordPlan

__all__ = ["WordPlan", "WordRefused", "plan_of_file", "plan_of_paste"]


def plan_of_file(data: bytes) -> WordPlan:
    """The plan that a .docx file holds. Raises WordRefused where it is none, or too large."""
    said = Remarks()
    pictures = Pictures(said)
    setting = Setting(parts_of(opened(data)), said, pictures)
    return plan_of(Body(setting).pieces(), said, pictures.taken)


def plan_of_paste(html: str) -> WordPlan:
    """The plan in a clipboard's HTML or plain text. Raises WordRefused where there is no text."""
    said, clipboard = Remarks(), read(html)
    said.add(PICTURE, clipboard.pictures)
    said.add(CONTENTS, clipboard.contents)
    return plan_of(clipboard.pieces, said)
