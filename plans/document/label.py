"""What a version of a plan is called: on its cover, in its foot and in its file name."""

from collections.abc import Sequence

from plans.document.content import Decision, DecisionKind, PlanContent, Status

WORKING_DRAFT = "Arbetsutkast"

WORDS = {DecisionKind.DECIDED: "Beslutad", DecisionKind.REVISED: "Reviderad"}


def version_label(content: PlanContent) -> str:
    """One line: "Arbetsutkast", or "Beslutad 2023-11-30, reviderad 2024-03-21"."""
    if content.status != Status.DECIDED or not content.decisions:
        return WORKING_DRAFT
    dates = [f"{WORDS[d.kind]} {d.decided_on}" for d in in_order(content.decisions)]
    return ", ".join([dates[0], *(text[0].lower() + text[1:] for text in dates[1:])])


def decision_lines(content: PlanContent) -> tuple[str, ...]:
    """A line for each decision, with § and dnr where they exist, the revisions in order."""
    if content.status != Status.DECIDED or not content.decisions:
        return (WORKING_DRAFT,)
    return tuple(_line(decision) for decision in in_order(content.decisions))


def in_order(decisions: Sequence[Decision]) -> list[Decision]:
    """By date; a decision stands before the revisions of the same day."""
    return sorted(decisions, key=lambda d: (d.decided_on, d.kind != DecisionKind.DECIDED))


def _line(decision: Decision) -> str:
    parts = [f"{WORDS[decision.kind]} {decision.decided_on}"]
    if decision.minutes_paragraph:
        parts.append(f"§ {decision.minutes_paragraph.removeprefix('§').strip()}")
    if decision.registry_number:
        parts.append(f"dnr {decision.registry_number}")
    return ", ".join(parts)
