from plans.views.files import pdf, word
from plans.views.findings import findings
from plans.views.gallery import gallery
from plans.views.pictures import picture
from plans.views.reading import federation, plan, start

__all__ = ["federation", "findings", "gallery", "pdf", "picture", "plan", "start", "word"]
