"""What is chosen for a budget: its columns, how it is shown, what a line is tied to."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from budgets.formatting import typed_text
from budgets.labels import COLUMN_KINDS, COMPUTED_ROWS, column_label
from budgets.moving import YEARS
from budgets.parsing import Unread, parse
from budgets.sheet import Column, ComputedRow, CostSign, Line, Sheet, Subtotals, Unit
from plans.document.content import PlanContent

KINDS = [(str(kind), word) for kind, word in COLUMN_KINDS.items()]
YEAR = f"Skriv ett år mellan {YEARS.start} och {YEARS.stop - 1}."
UNITS = ((Unit.KR, "Kronor"), (Unit.TKR, "Tusental kronor"))
SIGNS = ((CostSign.POSITIVE, "Utan tecken"), (CostSign.NEGATIVE, "Med minus"))
SUBTOTALS = ((Subtotals.BEFORE, "Före raderna"), (Subtotals.AFTER, "Efter raderna"))
TOO_LONG = "Högst {} tecken."

OPENING = ("year", "opening", "opening_source", "opens_from")

Data = Mapping[str, Any] | None


class AmountField(forms.CharField):
    """An amount as people write it, in the budget's unit; its value is in whole kr, or None."""

    def __init__(self, *, unit: Unit, **options: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off", "class": "input input--amount"})
        super().__init__(required=False, widget=widget, max_length=200, **options)
        self.unit = unit

    def clean(self, value: Any) -> int | None:
        """The amount. Raises ValidationError with what to write instead."""
        read = parse(str(value or ""), self.unit)
        if isinstance(read, Unread):
            raise forms.ValidationError(read.why)
        return read.kr

    def prepare_value(self, value: Any) -> Any:
        """The amount exactly, as it would be typed."""
        return typed_text(value, self.unit) if isinstance(value, int) else value


class ColumnForm(forms.Form):
    """A column: its year and kind, and how it opens."""

    year = forms.IntegerField(
        label="År",
        min_value=YEARS.start,
        max_value=YEARS.stop - 1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input input--amount"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), YEAR),
    )
    kind = forms.ChoiceField(label="Slag", choices=KINDS, widget=forms.Select({"class": "input"}))

    def __init__(self, sheet: Sheet, column: Column, data: Data = None) -> None:
        initial = {name: getattr(column, name) for name in OPENING} | {"kind": str(column.kind)}
        super().__init__(data, initial=initial)
        self.fields["opening"] = AmountField(
            unit=sheet.unit,
            label=f"Ingående eget kapital, {sheet.unit}",
            help_text="Lämna tomt, så räknas det från årets kolumn före. Finns ingen är det okänt.",
        )
        self.fields["opening_source"] = forms.CharField(
            label="Källa",
            required=False,
            max_length=300,
            help_text="Till exempel prognos per 31 augusti, eller bokslut 2025.",
            widget=forms.TextInput(attrs={"class": "input"}),
            error_messages={"max_length": TOO_LONG.format(300)},
        )
        self._add_opens_from(sheet, column)

    def _add_opens_from(self, sheet: Sheet, column: Column) -> None:
        """Only where several columns show the year before is there something to choose."""
        before = [one for one in sheet.columns if one.year == column.year - 1]
        choices = [("", "Välj kolumn"), *((one.name, column_label(one)) for one in before)]
        if len(before) > 1:
            self.fields["opens_from"] = forms.ChoiceField(
                label="Öppnar från",
                required=False,
                choices=choices,
                widget=forms.Select({"class": "input"}),
            )


class AddColumnForm(forms.Form):
    """A new column, empty or with the amounts of another."""

    year = ColumnForm.base_fields["year"]
    kind = ColumnForm.base_fields["kind"]

    def __init__(self, sheet: Sheet, data: Data = None) -> None:
        last = max((column.year for column in sheet.columns), default=None)
        super().__init__(data, initial={"year": last and last + 1, "kind": "plan"})
        columns = [(column.name, column_label(column)) for column in sheet.columns]
        self.fields["copy"] = forms.ChoiceField(
            label="Belopp",
            required=False,
            choices=[("", "Tom kolumn"), *((name, f"Kopiera {label}") for name, label in columns)],
            widget=forms.Select({"class": "input"}),
        )


class PresentationForm(forms.Form):
    """How the budget is shown, here and in the plan."""

    unit = forms.ChoiceField(label="Enhet", choices=UNITS, widget=forms.RadioSelect)
    cost_sign = forms.ChoiceField(label="Kostnader", choices=SIGNS, widget=forms.RadioSelect)
    subtotals = forms.ChoiceField(label="Delsummor", choices=SUBTOTALS, widget=forms.RadioSelect)
    has_total_column = forms.BooleanField(label="En kolumn med summan av åren", required=False)
    total_column_label = forms.CharField(
        label="Summakolumnens rubrik",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"class": "input", "placeholder": "Totalt"}),
        error_messages={"max_length": TOO_LONG.format(60)},
    )

    def __init__(self, sheet: Sheet, data: Data = None) -> None:
        super().__init__(data, initial=presentation(sheet))
        self.standing = sheet.computed_rows
        for row, word in COMPUTED_ROWS.items():
            self.fields[f"shows_{row}"] = forms.BooleanField(label=word, required=False)
            self.fields[f"label_{row}"] = forms.CharField(
                label=f"Egen benämning på {word}",
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"class": "input", "placeholder": word}),
                error_messages={"max_length": TOO_LONG.format(200)},
            )

    def switches(self) -> list[forms.BoundField]:
        """What is one of two."""
        return [self[name] for name in ("unit", "cost_sign", "subtotals")]

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each computed row: whether the plan shows it, and what it is called there."""
        return [(self[f"shows_{row}"], self[f"label_{row}"]) for row in ComputedRow]

    def values(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        """What the budget is to hold: only what was chosen otherwise than `shown`.

        So what somebody else has chosen meanwhile stays. The form is valid.
        """
        chosen = self.cleaned_data
        changed = {n for n, value in chosen.items() if n not in shown or value != shown[n]}
        values = {name: chosen[name] for name in self.base_fields if name in changed}
        rows = [row for row in ComputedRow if {f"shows_{row}", f"label_{row}"} & changed]
        if rows:
            values["computed_rows"] = self._rows(rows)
        return values

    def _rows(self, changed: Sequence[ComputedRow]) -> dict[str, str]:
        """The computed rows as they stand, but for those that were chosen otherwise."""
        chosen = self.cleaned_data
        rows = {row: label for row, label in self.standing.items() if row not in changed}
        rows |= {row: chosen[f"label_{row}"] for row in changed if chosen[f"shows_{row}"]}
        return {str(row): label for row, label in rows.items()}

    def as_shown(self) -> str:
        """What the dialog shows, to be told apart from what is chosen in it."""
        return json.dumps({name: self.initial[name] for name in self.fields})


class TiesForm(forms.Form):
    """Whose contribution a line is, and which insats it pays for."""

    def __init__(self, content: PlanContent, line: Line, data: Data = None) -> None:
        initial = {"member": str(line.member or ""), "intervention": str(line.intervention or "")}
        super().__init__(data, initial=initial, auto_id=f"tie-{line.key}-%s")
        members = [(str(one.key), one.name) for one in content.members]
        insatser = [(str(one.key), one.name) for one in content.goal_map.interventions]
        self.fields["member"] = _choice("Bidrag från", "Ingen medlem", members)
        self.fields["intervention"] = _choice("Betalar insatsen", "Ingen insats", insatser)


def presentation(sheet: Sheet) -> dict[str, Any]:
    """A sheet's presentation as the form's fields hold it."""
    shown = sheet.computed_rows
    return {
        **{name: getattr(sheet, name) for name in PresentationForm.base_fields},
        **{f"shows_{row}": row in shown for row in ComputedRow},
        **{f"label_{row}": shown.get(row, "") for row in ComputedRow},
    }


def _choice(label: str, none: str, choices: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", none), *choices],
        error_messages={"invalid_choice": "Det finns inte längre i planen. Välj något annat."},
    )
