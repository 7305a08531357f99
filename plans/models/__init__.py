from plans.models.change import Change
from plans.models.filed import FiledPlan
from plans.models.plan import Decision, Plan
from plans.models.presence import Presence
from plans.models.section import Picture, Section
from plans.models.share import DraftShare

__all__ = [
    "Change",
    "Decision",
    "DraftShare",
    "FiledPlan",
    "Picture",
    "Plan",
    "Presence",
    "Section",
]
