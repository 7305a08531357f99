"""What is proposed to the board: the att-satser, and as the minutes have them."""

from collections.abc import Iterable

from plans.deciding.recording import kind_of_next
from plans.models import BoardPapers, Decision, Plan


def proposals_of(plan: Plan) -> tuple[str, ...]:
    """What the board was asked in its newest papers since the last decision, else the usual."""
    last = plan.versions.in_force().order_by("-number").values_list("number", flat=True).first()
    papers = BoardPapers.objects.filter(plan=plan, version__gt=last or 0).order_by("-number")
    sent = papers.values_list("proposals", flat=True).first()
    return tuple(sent) if sent else (usual_proposal(plan),)


def usual_proposal(plan: Plan) -> str:
    """The att-sats without its "att": "fastställa Verksamhetsplan 2024 med budget"."""
    word = "revidera" if kind_of_next(plan) == Decision.Kind.REVISED else "fastställa"
    return f"{word} {plan.title}" + (" med budget" if plan.budget_id else "")


def without_att(text: str) -> str:
    """An att-sats as it is stored, however it was typed."""
    return f"{text.strip()} ".removeprefix("att ").strip()


def for_minutes(proposals: Iterable[str]) -> str:
    """The att-satser as the minutes have them: "Styrelsen beslutar", then one on each line."""
    lines = [f"att {one.strip().rstrip('.,')}" for one in proposals]
    return "Styrelsen beslutar\n" + ",\n".join(lines) + "."


def usual_matter(plan: Plan) -> str:
    """What the matter is called: "Verksamhetsplan och budget 2024"."""
    name = "verksamhetsplan och budget" if plan.budget_id else "verksamhetsplan"
    is_revision = kind_of_next(plan) == Decision.Kind.REVISED
    start = f"Revidering av {name}" if is_revision else name.capitalize()
    return f"{start} {plan.year}"
