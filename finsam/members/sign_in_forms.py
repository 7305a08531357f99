from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from django import forms

from finsam.members.models import User

WRONG_CODE = "Koden stämmer inte eller har gått ut. Begär en ny."


class AddressForm(forms.Form):
    """Where to send the code, and where to go when it has been typed."""

    email = forms.EmailField(
        label="E-post",
        max_length=254,
        widget=forms.EmailInput({"class": "input", "autocomplete": "username webauthn"}),
        error_messages={
            "required": "Skriv din e-postadress.",
            "invalid": "Skriv adressen som namn@exempel.se.",
            "max_length": "Skriv högst 254 tecken.",
        },
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_email(self) -> str:
        """Accounts are kept in small letters."""
        return str(self.cleaned_data["email"]).lower()


class CodeForm(forms.Form):
    """The code from the letter; spaces, dashes and case don't matter."""

    code = forms.CharField(
        label="Kod",
        max_length=40,
        widget=forms.TextInput(
            {
                "class": "input input--code",
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "autofocus": True,
            }
        ),
        error_messages={
            "required": "Skriv koden som står i brevet.",
            "max_length": WRONG_CODE,
        },
    )
    remember = forms.BooleanField(label="Kom ihåg den här enheten i 90 dagar", required=False)

    def __init__(self, *args: Any, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = expected

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not compare_user_code(actual=code, expected=self.expected):
            raise forms.ValidationError(WRONG_CODE, code="wrong")
        return code


class PersonForm(forms.Form):
    """Which of the people at a shared address it is."""

    person = forms.ChoiceField()

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- tells the type
        field.choices = list(self.people.items())

    @property
    def chosen(self) -> User:
        """The person that was chosen, once the form is valid."""
        return self.people[self.cleaned_data["person"]]
