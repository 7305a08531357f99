from plans.models.change import Change
from plans.models.consultation import Consultation, ConsultationAnswer, ConsultationLink
from plans.models.dispatch import Dispatch, DispatchRecipient, Publication
from plans.models.filed import FiledPlan
from plans.models.motion import Motion, Statement
from plans.models.papers import BoardPapers, Missive
from plans.models.passage import Passage
from plans.models.plan import Decision, Plan
from plans.models.presence import Presence
from plans.models.record import DecisionFile, DecisionRecord
from plans.models.section import Picture, Section
from plans.models.share import DraftShare
from plans.models.thread import Comment, Thread
from plans.models.version import PlanVersion, ReadingMark, Recipient

__all__ = [
    "BoardPapers",
    "Change",
    "Comment",
    "Consultation",
    "ConsultationAnswer",
    "ConsultationLink",
    "Decision",
    "DecisionFile",
    "DecisionRecord",
    "Dispatch",
    "DispatchRecipient",
    "DraftShare",
    "FiledPlan",
    "Missive",
    "Motion",
    "Passage",
    "Picture",
    "Plan",
    "PlanVersion",
    "Presence",
    "Publication",
    "ReadingMark",
    "Recipient",
    "Section",
    "Statement",
    "Thread",
]
