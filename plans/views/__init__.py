from plans.views.files import pdf
from plans.views.findings import findings
from plans.views.gallery import gallery
from plans.views.pictures import picture
from plans.views.reading import federation, plan, start
from plans.views.word import approve_word, word

__all__ = [
    "approve_word",
    "federation",
    "findings",
    "gallery",
    "pdf",
    "picture",
    "plan",
    "start",
    "word",
]
