from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from finsam.federations.days import month_and_day
from finsam.federations.forms.fields import (
    KronorField,
    NumberField,
    choice,
    line,
    web_address,
)
from finsam.federations.forms.shown import ShownForm
from finsam.federations.models import Federation
from finsam.federations.money import kronor
from finsam.federations.patterns import is_month_and_day

STEPS = 4
"""How many steps of recommended equity there is room for."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Handlingar och samråd", ("papers_days", "consultation_days", "formal_statements")),
    (
        "Beslut",
        (
            "decision_word",
            "decision_day",
            "decision_day_source",
            "quorum",
            "qualified_majority",
            "chair_approves",
            "minutes_adjusters",
            "notice_board_url",
        ),
    ),
    ("Eget kapital", ("equity_base", "floor", "equity_source")),
    (
        "Nya planer börjar med",
        (
            "default_unit",
            "default_cost_sign",
            "default_subtotals",
            "default_goal_layout",
            "default_numbering_depth",
        ),
    ),
    ("Arbetsmaterial", ("keeping_months",)),
)


class Group(NamedTuple):
    """Fields that stand together under a heading, and the steps of equity where they belong."""

    title: str
    fields: list[forms.BoundField]
    steps: list[tuple[forms.BoundField, forms.BoundField]]


class RulesForm(ShownForm, forms.ModelForm[Federation]):
    """The rules of the federation's house, and what its new plans begin with."""

    papers_days = NumberField("Handlingar skickas, dagar före mötet", low=0, high=90)
    consultation_days = NumberField("Samrådet pågår, dagar", low=0, high=180)
    formal_statements = choice(
        "Ledamöterna yttrar sig formellt före mötet",
        (
            ("False", "nej, de läser, frågar och anmäler yrkanden"),
            ("True", "ja, med tillstyrker, återremiss eller avstår"),
        ),
    )
    decision_word = choice(
        "Så säger ni om en plan som styrelsen har tagit",
        Federation.DecisionWord,
        hint="Ordet står på planens omslag och i dess sidfot.",
    )
    decision_day = line(
        "Sista dag för beslut",
        5,
        hint="Månad och dag, till exempel 11-30. Tomt om ni inte har någon.",
    )
    decision_day_source = line("Var det står", 300, hint="Till exempel Förbundsordningen 14 §.")
    quorum = NumberField(
        "Styrelsen är beslutför med minst så många",
        low=1,
        high=100,
        hint="Tomt betyder mer än hälften.",
        required=False,
    )
    qualified_majority = line(
        "Kvalificerad majoritet", 300, hint="Vad som kräver det, och hur stor den är."
    )
    chair_approves = choice(
        "Ett beslut blir gällande här när",
        (
            ("True", "ordföranden eller vice ordföranden har godkänt det"),
            ("False", "kansliet har lagt in ett beslut som ordföranden har skrivit under"),
        ),
        hint="Kansliet fyller alltid i uppgifterna först.",
    )
    minutes_adjusters = line(
        "Protokollet justeras av", 200, hint="Till exempel ordföranden och en ledamot."
    )
    notice_board_url = web_address("Anslagstavlans adress")
    equity_base = choice("Procenten räknas av", Federation.EquityBase)
    floor = KronorField("Lägsta eget kapital, kr")
    equity_source = line("Källa", 300, hint="Till exempel Nationella rådet 2013-10-02.")
    keeping_months = NumberField(
        "Arbetsmaterial sparas, månader",
        low=0,
        high=240,
        hint="Historik och kansliets kommentarer. 0 betyder tills någon rensar.",
    )
    default_unit = choice("Enhet i budgeten", Federation.Unit)
    default_cost_sign = choice("Kostnader skrivs", Federation.CostSign)
    default_subtotals = choice("Delsummor står", Federation.Subtotals)
    default_goal_layout = choice("Målkartan visas som", Federation.GoalLayout)
    default_numbering_depth = NumberField(
        "Numrerade nivåer", low=0, high=2, hint="0 ger avsnitt utan nummer."
    )

    class Meta:
        model = Federation
        fields = tuple(name for _, names in GROUPS for name in names if name != "floor")

    def __init__(self, *args: Any, instance: Federation, **kwargs: Any) -> None:
        given: dict[str, Any] = {
            "floor": kronor(instance.equity_floor),
            "chair_approves": str(instance.chair_approves),
            "formal_statements": str(instance.formal_statements),
        }
        for number in range(STEPS):
            step = dict(enumerate(instance.equity_steps)).get(number, {})
            given |= {
                f"above_{number}": step.get("above"),
                f"percent_{number}": step.get("percent"),
            }
        super().__init__(*args, instance=instance, initial=given, **kwargs)
        for number in range(STEPS):
            self.fields |= _step(number)

    def clean_decision_day(self) -> str:
        """Month and day, also where it is written day first."""
        day = month_and_day(self.cleaned_data["decision_day"])
        if day and not is_month_and_day(day):
            raise ValidationError("Skriv månad och dag som 11-30.")
        return day

    def clean(self) -> dict[str, Any]:
        """A step has both its amount and its percentage, and each starts above the one before."""
        values = super().clean()
        last = -1
        for number in range(STEPS):
            above, percent = values.get(f"above_{number}"), values.get(f"percent_{number}")
            if (above is None) != (percent is None):
                missing = f"above_{number}" if above is None else f"percent_{number}"
                if missing not in self.errors:
                    self.add_error(missing, "Fyll i båda, eller ingen av dem.")
            elif above is not None:
                if above <= last:
                    self.add_error(f"above_{number}", "Skriv stegen i ordning, det lägsta först.")
                last = above
        return values

    def groups(self) -> Iterator[Group]:
        """The fields under their headings."""
        for title, names in GROUPS:
            steps = self._steps() if "floor" in names else []
            yield Group(title, [self[name] for name in names], steps)

    def save(self, commit: bool = True) -> Federation:
        """Keep the rules."""
        self.instance.equity_floor = self.cleaned_data["floor"]
        pairs = [
            (self.cleaned_data[f"above_{n}"], self.cleaned_data[f"percent_{n}"])
            for n in range(STEPS)
        ]
        self.instance.equity_steps = [
            {"above": above, "percent": percent} for above, percent in pairs if above is not None
        ]
        return super().save(commit)

    def _steps(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"above_{n}"], self[f"percent_{n}"]) for n in range(STEPS)]


def _step(number: int) -> dict[str, forms.Field]:
    percent = NumberField(f"Steg {number + 1}, procent", low=0, high=100, required=False)
    return {
        f"above_{number}": KronorField(f"Steg {number + 1}, över kr"),
        f"percent_{number}": percent,
    }
