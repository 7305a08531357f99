from plans.views.files import pdf
from plans.views.filing import file_earlier, filed_plan, remove_earlier
from plans.views.findings import findings
from plans.views.gallery import gallery
from plans.views.pictures import picture
from plans.views.reading import federation, plan, start
from plans.views.starting import new_plan

__all__ = [
    "federation",
    "file_earlier",
    "filed_plan",
    "findings",
    "gallery",
    "new_plan",
    "pdf",
    "picture",
    "plan",
    "remove_earlier",
    "start",
]
