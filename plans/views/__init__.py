from plans.views.figures import figures
from plans.views.files import pdf, word
from plans.views.findings import findings
from plans.views.gallery import gallery
from plans.views.pictures import add_picture, picture
from plans.views.presence import presence
from plans.views.reading import federation, plan, start
from plans.views.saving import compare, save
from plans.views.texts import paste, read_text, write_text

__all__ = [
    "add_picture",
    "compare",
    "federation",
    "figures",
    "findings",
    "gallery",
    "paste",
    "pdf",
    "picture",
    "plan",
    "presence",
    "read_text",
    "save",
    "start",
    "word",
    "write_text",
]
