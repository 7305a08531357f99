"""Changes of the history as they are read: in words, with what was before and after marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from budgets.models import BudgetColumn, BudgetLine
from plans.document.comparison.words import abridged, marked, marked_plain
from plans.models import Change, Plan
from plans.views.budget_changes import budget_differences
from plans.views.conflicts import in_words
from plans.views.texts import EditorTexts
from plans.views.units import FORMS
from plans.writing.budget_columns import column_key
from plans.writing.restoring import unit_of
from plans.writing.units import WHOLE

WORDS = {
    "text": "texten i",
    "heading": "rubriken på",
    "cover": "titeln",
    "goal_map": "vision och strategi",
    "section": "avsnittet",
    "perspective": "perspektivet",
    "goal": "målet",
    "activity": "aktiviteten",
    "indicator": "måttet",
    "intervention": "insatsen",
    "numbering": "numreringen",
    "cells": "budgeten:",
    "line": "budgetraden",
    "line_name": "namnet på budgetraden",
    "column": "kolumnen",
    "budget": "budgetens rubrik",
    "printed": "",
    "paste": "budgeten:",
}
WRITTEN = {Change.Action.EDITED, Change.Action.RESTORED, Change.Action.SET_ASIDE}
CHOSEN = {
    "is_done": "klart",
    "layout": "målens form",
    "kind": "vad som visas under texten",
    "options": "inställningar",
    "goals": "vilka mål den bidrar till",
    "budget_lines": "vilka budgetrader som betalar den",
    "numbering_depth": "numrerade nivåer",
    "member": "vems bidrag den är",
    "unit": "enhet",
    "cost_sign": "kostnadernas tecken",
    "subtotals": "delsummornas plats",
    "has_total_column": "kolumn med summan",
    "total_column_label": "summakolumnens rubrik",
    "computed_rows": "rader som räknas fram",
    "previous_allocation": "statens tilldelning året före",
    "previous_allocation_source": "källan till statens tilldelning",
}
"""What is chosen and not written, as a change says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of a change: its name, and before and after as marked HTML."""

    label: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadChange:
    """A change in words. `can_restore`: it has a text that can be made to stand again."""

    pk: int
    key: UUID
    who: str
    when: str
    what: str
    is_aside: bool
    is_removal: bool
    can_restore: bool
    differences: tuple[Difference, ...]


class ReadChanges:
    """Reads one plan's changes; the plan is loaded where a text has figures or pictures."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.texts = EditorTexts(plan)

    def all(self, changes: Iterable[Change]) -> list[ReadChange]:
        """Each change in words."""
        return [self.read(change) for change in changes]

    def read(self, change: Change) -> ReadChange:
        unit = unit_of(change)
        is_text = unit is not None and change.action in WRITTEN
        return ReadChange(
            pk=change.pk,
            key=change.key,
            who=change.person_name,
            when=spoken(change.changed_at, timezone.now()),
            what=_what(change, is_unit=unit is not None),
            is_aside=change.action == Change.Action.SET_ASIDE,
            is_removal=change.action == Change.Action.REMOVED,
            can_restore=is_text,
            differences=self._differences(change) if is_text else self._in_budget(change),
        )

    def _differences(self, change: Change) -> tuple[Difference, ...]:
        form = FORMS[change.kind]()
        before, after = change.before or {}, change.after or {}
        return tuple(
            Difference(label=_label(form, name), html=self._marked(form, name, before, after))
            for name in after
            if before.get(name) != after[name]
        )

    def _in_budget(self, change: Change) -> tuple[Difference, ...]:
        read = budget_differences(self.plan, change)
        return tuple(Difference(label=label, html=html) for label, html in read)

    def _marked(
        self, form: Any, name: str, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> str:
        if name == "html":
            return self.texts(abridged(marked(before.get(name) or "", after[name])))
        field = form[name]
        return marked_plain(in_words(field, before.get(name)), in_words(field, after[name]))


def _label(form: Any, name: str) -> str:
    return "" if name == "html" else str(form[name].label)


def _what(change: Change, *, is_unit: bool) -> str:
    """What was done to what: "ändrade texten i Vision"."""
    # The budget as a whole says what it is; only its title is written.
    is_whole = change.kind == "budget" and not is_unit
    thing = f"{'' if is_whole else WORDS.get(change.kind, '')} {change.name}".strip()
    is_choice = change.kind not in ("cells", "column")
    chosen = [CHOSEN[name] for name in change.after or () if name in CHOSEN and is_choice]
    if change.action == Change.Action.EDITED and not is_unit and chosen:
        return f"ändrade {chosen[0]}: {change.name}"
    return f"{change.get_action_display()} {thing}"


def spoken(at: datetime, now: datetime) -> str:
    """A time as people say it: "i dag 14:29", "i går 16:05", "4 september"."""
    local, today = timezone.localtime(at), timezone.localtime(now).date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return f"i dag {clock}"
    if local.date() == today - timedelta(days=1):
        return f"i går {clock}"
    return date_format(local, "j F" if local.year == today.year else "j F Y")


def is_there(plan: Plan) -> set[UUID]:
    """The keys of everything that stands in the plan. Eight queries."""
    parts = plan.goal_map
    columns = BudgetColumn.objects.filter(budget=plan.budget_id).values_list("pk", flat=True)
    rows = (
        plan.sections,
        parts.perspectives,
        parts.goals,
        parts.activities,
        parts.indicators,
        parts.interventions,
        BudgetLine.objects.filter(budget=plan.budget_id),
    )
    found = {key for each in rows for key in each.values_list("key", flat=True)}
    whole = set() if plan.budget_id is None else {WHOLE}
    return found | whole | set(map(column_key, columns))
