from plans.models.change import Change
from plans.models.filed import FiledPlan
from plans.models.passage import Passage
from plans.models.plan import Decision, Plan
from plans.models.presence import Presence
from plans.models.record import DecisionFile, DecisionRecord
from plans.models.section import Picture, Section
from plans.models.share import DraftShare
from plans.models.thread import Comment, Thread
from plans.models.version import PlanVersion, ReadingMark, Recipient

__all__ = [
    "Change",
    "Comment",
    "Decision",
    "DecisionFile",
    "DecisionRecord",
    "DraftShare",
    "FiledPlan",
    "Passage",
    "Picture",
    "Plan",
    "PlanVersion",
    "Presence",
    "ReadingMark",
    "Recipient",
    "Section",
    "Thread",
]
