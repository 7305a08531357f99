from plans.models.filed import FiledPlan
from plans.models.plan import Decision, Plan
from plans.models.section import Picture, Section

__all__ = ["Decision", "FiledPlan", "Picture", "Plan", "Section"]
