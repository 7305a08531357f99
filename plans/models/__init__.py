from plans.models.plan import Decision, Plan
from plans.models.section import Picture, Section

__all__ = ["Decision", "Picture", "Plan", "Section"]
