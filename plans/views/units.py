"""Each unit of a plan as a form: what may be typed, and what stands as it would be typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse

from budgets.forms import BudgetForm, LineForm, LineNameForm
from goals.forms import ActivityForm, GoalForm, GoalMapForm, IndicatorForm, PerspectiveForm
from plans.forms.texts import CoverForm, HeadingForm, PlanInterventionForm, TextForm
from plans.models import Plan
from plans.writing.units import WHOLE, Unit

FORMS: Mapping[str, type[forms.BaseForm]] = {
    "text": TextForm,
    "heading": HeadingForm,
    "cover": CoverForm,
    "goal_map": GoalMapForm,
    "perspective": PerspectiveForm,
    "goal": GoalForm,
    "activity": ActivityForm,
    "indicator": IndicatorForm,
    "intervention": PlanInterventionForm,
    "line_name": LineNameForm,
    "line": LineForm,
    "budget": BudgetForm,
}


def typed(unit: Unit, values: Mapping[str, Any]) -> dict[str, Any]:
    """A unit's values as its fields hold them in the browser: texts, and yes or no."""
    form = FORMS[unit.kind](initial=dict(values))
    return {name: _in_field(form[name]) for name in unit.names}


def _in_field(field: forms.BoundField) -> Any:
    value = field.value()
    if isinstance(field.field, forms.BooleanField):
        return bool(value)
    shown = field.field.widget.format_value(value)
    return shown[0] if isinstance(shown, list) and shown else shown or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """A unit on a page: what its form needs to save itself. `name` says which it is, in Swedish."""

    id: str
    key: UUID
    name: str
    url: str
    compare_url: str
    edition: int
    form: forms.BaseForm


def unit_form(plan: Plan, unit: Unit, row: Any, *, name: str, key: UUID = WHOLE) -> UnitForm:
    """A unit as its row stands, ready to be written in."""
    place = [plan.federation.slug, plan.year, *([] if key == WHOLE else [key])]
    values = {field: getattr(row, field) for field in unit.names}
    form = FORMS[unit.kind](initial=values, auto_id=f"{unit.kind}-{key}-%s")
    _describe(form)
    return UnitForm(
        id=f"{unit.kind}/{key}",
        key=key,
        name=name,
        url=reverse(f"save_{unit.kind}", args=place),
        compare_url=reverse(f"compare_{unit.kind}", args=place),
        edition=getattr(row, unit.counted_in),
        form=form,
    )


def _describe(form: forms.BaseForm) -> None:
    """Let each field look like one, and point at what is said about it and what is wrong in it."""
    for name, field in form.fields.items():
        place = form[name].auto_id
        hint = f"{place}-hint " if field.help_text else ""
        field.widget.attrs["aria-describedby"] = f"{hint}{place}-error"
        if not isinstance(field, forms.BooleanField):
            field.widget.attrs["class"] = "input"
