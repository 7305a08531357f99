"""What is typed about a budget, one form for each unit that is saved by itself."""

from django import forms

from budgets.models import Budget, BudgetLine

TOO_LONG = "Högst {} tecken."


class LineNameForm(forms.ModelForm[BudgetLine]):
    """A line's name: a row without one is nobody's."""

    class Meta:
        model = BudgetLine
        fields = ["label"]
        error_messages = {
            "label": {"required": "Skriv radens namn.", "max_length": TOO_LONG.format(200)}
        }

    def clean_label(self) -> str:
        """On one line: a name is no text."""
        return " ".join(self.cleaned_data["label"].split())


class LineForm(forms.ModelForm[BudgetLine]):
    """A line's comment, its activity's number, and what its sum is called where it is a group."""

    class Meta:
        model = BudgetLine
        fields = ["activity_code", "total_label", "comment"]
        labels = {
            "activity_code": "Aktivitetens nummer",
            "total_label": "Summans namn",
            "comment": "Kommentar",
        }
        help_texts = {
            "activity_code": "Skrivs efter namnet, till exempel 2.4.1.",
            "total_label": "Till exempel Summa kansli. Tomt ger Summa och gruppens namn.",
            "comment": "För er som skriver, till exempel varför beloppet ändras.",
        }
        widgets = {"comment": forms.Textarea({"rows": 3})}
        error_messages = {
            "activity_code": {"max_length": TOO_LONG.format(20)},
            "total_label": {"max_length": TOO_LONG.format(200)},
        }


class BudgetForm(forms.ModelForm[Budget]):
    """The budget's title in the plan."""

    class Meta:
        model = Budget
        fields = ["title"]
        error_messages = {"title": {"max_length": TOO_LONG.format(300)}}
