from plans.views.figures import figures
from plans.views.files import pdf, word
from plans.views.filing import file_earlier, filed_plan, remove_earlier
from plans.views.findings import findings
from plans.views.from_word import approve_word, plan_from_word
from plans.views.gallery import gallery
from plans.views.pictures import add_picture, picture
from plans.views.presence import presence
from plans.views.reading import federation, plan, start
from plans.views.saving import compare, save
from plans.views.starting import new_plan
from plans.views.texts import paste, read_text, write_text

__all__ = [
    "add_picture",
    "approve_word",
    "compare",
    "federation",
    "figures",
    "file_earlier",
    "filed_plan",
    "findings",
    "gallery",
    "new_plan",
    "paste",
    "pdf",
    "picture",
    "plan",
    "plan_from_word",
    "presence",
    "read_text",
    "remove_earlier",
    "save",
    "start",
    "word",
    "write_text",
]
