from plans.views.earlier import last_years_text
from plans.views.figures import figures
from plans.views.files import pdf, word
from plans.views.filing import file_earlier, filed_plan, remove_earlier
from plans.views.findings import findings, rail_findings
from plans.views.from_word import approve_word, plan_from_word
from plans.views.gallery import gallery
from plans.views.outlining import (
    add_section,
    move_section,
    paper,
    remove_section,
    set_appendix,
    set_numbering,
    tick_section,
)
from plans.views.pictures import add_picture, picture
from plans.views.presence import presence
from plans.views.reading import federation, plan, start
from plans.views.saving import compare, save
from plans.views.section_options import section_options
from plans.views.starting import new_plan
from plans.views.texts import paste, read_text, write_text
from plans.views.titles import read_title, write_title

__all__ = [
    "add_picture",
    "add_section",
    "approve_word",
    "compare",
    "federation",
    "figures",
    "file_earlier",
    "filed_plan",
    "findings",
    "gallery",
    "last_years_text",
    "move_section",
    "new_plan",
    "paper",
    "paste",
    "pdf",
    "picture",
    "plan",
    "plan_from_word",
    "presence",
    "rail_findings",
    "read_text",
    "read_title",
    "remove_earlier",
    "remove_section",
    "save",
    "section_options",
    "set_appendix",
    "set_numbering",
    "start",
    "tick_section",
    "word",
    "write_text",
    "write_title",
]
