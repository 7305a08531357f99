"""What is filled in after a decision, and small forms of the workflow."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from finsam.federations.forms.fields import DayField, line
from plans.deciding.completing import Facts
from plans.document.content import PlanContent
from plans.document.correcting import NotOnce, corrected
from plans.forms.fields import NOT_YET
from plans.forms.pdfs import checked_pdf, pdf_field
from plans.models import Decision
from plans.writing.filing import PdfFile

FACTS = ("minutes_paragraph", "registry_number", "adjusted_on", "posted_on", "taken_down_on")
NOTHING = "Fyll i något av fälten."
NO_REASON = "Skriv varför."
SAME = "Det står likadant nu. Skriv vad som ska stå i stället."


class ReasonForm(forms.Form):
    """Why something is done. It is told to those who have to know."""

    reason = forms.CharField(
        label="Skäl",
        max_length=1000,
        help_text="Skälet står i brevet.",
        widget=forms.Textarea({"class": "input", "rows": 3}),
        error_messages={"required": NO_REASON, "max_length": "Skriv högst 1000 tecken."},
    )


class SignedForm(forms.Form):
    """The file that the chair has signed."""

    signed = pdf_field(
        "Undertecknat beslut",
        "Beslutsblad eller omedelbart justerad paragraf, undertecknad av ordföranden. "
        "PDF, högst 30 MB.",
        required=True,
    )

    def clean_signed(self) -> PdfFile | None:
        return checked_pdf(self.cleaned_data["signed"])


class FactsForm(forms.Form):
    """§, dnr and the days of minutes and notice."""

    minutes_paragraph = line("Protokollets §", 20, hint="Bara numret, till exempel 42.")
    registry_number = line("Diarienummer", 60)
    adjusted_on = DayField("Protokollet justerat", hint="Till exempel 2023-12-05.")
    posted_on = DayField("Anslaget")
    taken_down_on = DayField("Taget från anslagstavlan")

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision = decision

    def clean(self) -> dict[str, Any]:
        """The days have been, and come in their order."""
        values = super().clean() or {}
        self._in_order(values, "adjusted_on", "decided_on", "Beslutet fattades {}.")
        earlier = "adjusted_on" if self._day(values, "adjusted_on") else "decided_on"
        words = {"adjusted_on": "Protokollet justerades {}.", "decided_on": "Beslutet fattades {}."}
        self._in_order(values, "posted_on", earlier, words[earlier])
        self._not_after(values, "adjusted_on", "posted_on", "Det anslogs {}.")
        if values.get("taken_down_on") and not self._day(values, "posted_on"):
            self.add_error("taken_down_on", "Skriv också när det anslogs.")
        self._in_order(values, "taken_down_on", "posted_on", "Det anslogs {}.")
        return values

    def _not_after(self, values: dict[str, Any], name: str, before: str, words: str) -> None:
        """A day that is told now against a later one that was told before."""
        day, known = values.get(name), getattr(self.decision, before)
        if day and known and not values.get(before) and day > known:
            self.add_error(name, f"{words.format(known)} Dagen kan inte vara efter det.")

    def _day(self, values: dict[str, Any], name: str) -> date | None:
        day = values.get(name) or getattr(self.decision, name)
        return day if isinstance(day, date) else None

    def _in_order(self, values: dict[str, Any], name: str, after: str, words: str) -> None:
        day, first = values.get(name), self._day(values, after)
        today = timezone.localdate()
        if not day:
            return
        if day > today:
            self.add_error(name, NOT_YET.format(today))
        elif first and day < first:
            self.add_error(name, f"{words.format(first)} Dagen kan inte vara före det.")


class CompleteForm(FactsForm):
    """What is not known yet, each once."""

    minutes = pdf_field("Protokollet", "PDF, högst 30 MB.", required=False)

    def __init__(self, *args: Any, has_minutes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FACTS:
            if getattr(self.decision, name):
                del self.fields[name]
        if has_minutes:
            del self.fields["minutes"]

    def clean_minutes(self) -> PdfFile | None:
        return checked_pdf(self.cleaned_data["minutes"])

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not self.errors and not any(values.values()):
            self.add_error(None, NOTHING)
        return values

    @property
    def facts(self) -> Facts:
        return {name: v for name in FACTS if (v := self.cleaned_data.get(name))}


class CorrectForm(FactsForm):
    """Slips of the pen: in the decision's facts, or words in the plan's text."""

    wrong = line("Det står i planen", 300, hint="Orden precis som de står, på ett ställe i texten.")
    right = line("Det ska stå", 300)
    reason = forms.CharField(
        label="Skäl",
        max_length=150,
        help_text="Vad det var för fel. Skälet står på versionen och i brevet.",
        widget=forms.TextInput({"class": "input"}),
        error_messages={"required": NO_REASON, "max_length": "Skriv högst 150 tecken."},
    )

    def __init__(self, *args: Any, decision: Decision, content: PlanContent, **kw: Any) -> None:
        self.made = self.content = content
        initial = {name: getattr(decision, name) for name in FACTS}
        super().__init__(*args, decision=decision, initial=initial, **kw)
        # What is not known yet is completed, not corrected.
        for name in FACTS:
            if not getattr(decision, name):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        for name in FACTS:
            if name in self.fields and name not in self.errors and not values.get(name):
                self.add_error(name, "Skriv vad som ska stå.")
        self._clean_words(values.get("wrong", ""), values.get("right", ""))
        if not self.errors and not self.facts and self.made == self.content:
            self.add_error(None, "Inget är ändrat. Skriv vad som ska rättas.")
        return values

    @property
    def facts(self) -> Facts:
        """Those that are written otherwise now."""
        values = self.cleaned_data
        return {
            name: values[name]
            for name in FACTS
            if values.get(name) and values[name] != getattr(self.decision, name)
        }

    @property
    def told(self) -> str:
        """What stood and what stands now."""
        said = [
            f"{self.fields[name].label}: {getattr(self.decision, name)} → {value}."
            for name, value in self.facts.items()
        ]
        if self.made != self.content:
            said.append(f"”{self.cleaned_data['wrong']}” → ”{self.cleaned_data['right']}”.")
        return " ".join(said)

    def _clean_words(self, wrong: str, right: str) -> None:
        if not wrong and not right:
            return
        if not wrong or not right:
            self.add_error("right" if wrong else "wrong", "Fyll i båda, eller ingen av dem.")
        elif wrong == right:
            self.add_error("right", SAME)
        else:
            self._correct(wrong, right)

    def _correct(self, wrong: str, right: str) -> None:
        try:
            self.made = corrected(self.content, wrong, right)
        except NotOnce as found:
            places = (
                "Orden står inte i planens rubriker och texter. Skriv dem precis som de står."
                if not found.count
                else f"Orden står på {found.count} ställen. Ta med fler ord, så att det blir ett."
            )
            self.add_error("wrong", places)
