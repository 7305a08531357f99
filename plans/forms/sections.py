"""What is chosen for a section in the outline: where it goes, what stands under its text, how."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django import forms

from budgets.labels import column_label
from budgets.sheet import Line, Sheet
from goals.content import GoalLabels, GoalLayout, Level
from plans.document.content import (
    Block,
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    PlanContent,
    TextBlock,
)
from plans.models import Section
from plans.writing.ordering import Way

KINDS = (
    (Section.Kind.TEXT, "Text"),
    (Section.Kind.GOALS, "Mål"),
    (Section.Kind.INTERVENTIONS, "Insatser"),
    (Section.Kind.BUDGET, "Budget"),
    (Section.Kind.CONTRIBUTIONS, "Medlemmarnas bidrag"),
    (Section.Kind.ORGANISATION, "Organisation"),
)
LAYOUTS = (
    (GoalLayout.TABLE, "Tabell"),
    (GoalLayout.SCORECARD, "Styrkort"),
    (GoalLayout.PER_GOAL, "Ett mål i taget"),
    (GoalLayout.LIST, "Lista"),
)
LEVELS = (
    ("", "Alla insatser"),
    (Level.INDIVIDUAL, "Bara de individinriktade"),
    (Level.STRUCTURAL, "Bara de strukturövergripande"),
)
DEPTHS = (("0", "Inga nummer"), ("1", "Huvudavsnitten"), ("2", "Båda nivåerna"))
LABELS = {
    "goal": "Ord för mål",
    "child_goals": "Ord för delmål",
    "activities": "Ord för aktiviteter",
    "indicators": "Ord för mått",
    "responsible": "Ord för ansvariga",
}
GROUPS = {
    "goals": ("layout", "perspective", *LABELS),
    "budget": ("branch", "depth", "columns", "has_chart"),
    "interventions": ("level",),
}
TICKED = ("columns", "has_chart")
GONE = "Det finns inte längre i planen. Välj något annat."
CHOOSE = {"required": "Välj ett av alternativen.", "invalid_choice": "Välj ett av alternativen."}

Choices = list[tuple[str, str]]


class AddForm(forms.Form):
    """A new section: its kind, and after which one it comes."""

    kind = forms.ChoiceField(choices=KINDS, error_messages=CHOOSE)
    place = forms.ChoiceField(
        choices=[("top", ""), ("child", ""), ("appendix", "")], error_messages=CHOOSE
    )
    after = forms.UUIDField(required=False, error_messages={"invalid": GONE})


class MoveForm(forms.Form):
    """Where a section goes: a step, a level, or beside or in another one."""

    to = forms.TypedChoiceField(choices=[(way, "") for way in Way], coerce=Way)
    beside = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("to") in {Way.BEFORE, Way.AFTER, Way.INSIDE} and not cleaned.get("beside"):
            raise forms.ValidationError("Välj var avsnittet ska stå.")
        return cleaned


class YesOrNoForm(forms.Form):
    """A tick, or what a section is made."""

    yes = forms.TypedChoiceField(choices=[("1", ""), ("0", "")], coerce=lambda value: value == "1")


class NumberingForm(forms.Form):
    """How many levels of the body are numbered."""

    depth = forms.TypedChoiceField(choices=DEPTHS, coerce=int)


class OptionsForm(forms.Form):
    """A section's kind, and the options of each kind; only those of the kind chosen count."""

    kind = forms.ChoiceField(label="Under texten står", choices=KINDS, error_messages=CHOOSE)
    layout = forms.ChoiceField(label="Målen visas som", choices=LAYOUTS, error_messages=CHOOSE)
    perspective = forms.ChoiceField(label="Del av målkartan", required=False)
    branch = forms.ChoiceField(label="Del av budgeten", required=False)
    depth = forms.TypedChoiceField(
        label="Så många nivåer av rader", required=False, coerce=int, empty_value=None
    )
    columns = forms.MultipleChoiceField(
        label="Kolumner (alla, om ingen är vald)",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    has_chart = forms.BooleanField(
        label="Visa medel, kostnader och eget kapital som diagram", required=False
    )
    level = forms.ChoiceField(label="Insatser som visas", required=False, choices=LEVELS)

    def __init__(self, content: PlanContent, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name] = _label(label)
        lists = {
            "perspective": _perspectives(content),
            "branch": _branches(content.budget),
            "depth": _depths(content.budget, self.initial.get("depth") or 0),
            "columns": _columns(content.budget),
        }
        for name, choices in lists.items():
            field: Any = self.fields[name]
            field.choices = choices
            field.error_messages["invalid_choice"] = GONE
        for name, field in self.fields.items():
            if name not in TICKED:
                field.widget.attrs["class"] = "input"

    def clean(self) -> dict[str, Any]:
        """What is chosen for other kinds than the section's is neither right nor wrong."""
        cleaned: dict[str, Any] = super().clean() or {}
        counted = {"kind", *GROUPS.get(cleaned.get("kind", ""), ())}
        for name in set(self.errors) - counted:
            del self.errors[name]
        return cleaned

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields that belong to each kind."""
        for kind, names in GROUPS.items():
            yield kind, [self[name] for name in names]

    def block(self) -> Block:
        """The block that was chosen. The form is valid."""
        chosen = self.cleaned_data
        match chosen["kind"]:
            case Section.Kind.GOALS:
                return GoalsBlock(
                    layout=GoalLayout(chosen["layout"]),
                    perspective=_key(chosen["perspective"]),
                    labels=GoalLabels(**{name: chosen[name] for name in LABELS}),
                )
            case Section.Kind.BUDGET:
                return BudgetBlock(
                    depth=chosen["depth"],
                    branch=_key(chosen["branch"]),
                    columns=tuple(chosen["columns"]),
                    has_chart=chosen["has_chart"],
                )
            case Section.Kind.INTERVENTIONS:
                return InterventionsBlock(level=Level(chosen["level"]) if chosen["level"] else None)
            case Section.Kind.CONTRIBUTIONS:
                return ContributionsBlock()
            case Section.Kind.ORGANISATION:
                return OrganisationBlock()
        return TextBlock()


def chosen(block: Block) -> dict[str, Any]:
    """A block as the fields of the form hold it."""
    values: dict[str, Any] = {"kind": block.kind, "layout": GoalLayout.TABLE}
    match block:
        case GoalsBlock():
            labels = {name: getattr(block.labels, name) for name in LABELS}
            return values | {"layout": block.layout, "perspective": block.perspective} | labels
        case BudgetBlock():
            shown = {"columns": list(block.columns), "has_chart": block.has_chart}
            return values | {"depth": block.depth, "branch": block.branch} | shown
        case InterventionsBlock():
            return values | {"level": block.level or ""}
    return values


def _label(label: str) -> forms.CharField:
    long = "Ordet får ha högst 60 tecken."
    attrs = {"autocomplete": "off"}
    widget = forms.TextInput(attrs=attrs)
    return forms.CharField(
        label=label,
        required=False,
        max_length=60,
        widget=widget,
        error_messages={"max_length": long},
    )


def _key(value: str) -> UUID | None:
    return UUID(value) if value else None


def _perspectives(content: PlanContent) -> Choices:
    named = [(str(one.key), one.name) for one in content.goal_map.perspectives if one.name]
    return [("", "Hela målkartan"), *named]


def _branches(sheet: Sheet | None) -> Choices:
    groups = [(str(line.key), line.label) for line in _lines(sheet) if line.is_group]
    return [("", "Hela budgeten"), *groups]


def _depths(sheet: Sheet | None, now: int) -> Choices:
    """As many as the budget has levels, and what is chosen now."""
    tops = (*sheet.income, *sheet.costs, *sheet.financial) if sheet else ()
    return [("", "Alla"), *((str(n), str(n)) for n in range(1, max(now, _depth(tops)) + 1))]


def _depth(lines: Iterable[Line]) -> int:
    return max((1 + _depth(line.lines) for line in lines), default=0)


def _columns(sheet: Sheet | None) -> Choices:
    return [(column.name, column_label(column)) for column in sheet.columns] if sheet else []


def _lines(sheet: Sheet | None) -> Iterator[Line]:
    if sheet is not None:
        yield from (line for _, line in sheet.walk())
