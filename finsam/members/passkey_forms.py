import struct
from collections.abc import Callable
from typing import Any

from allauth.mfa.webauthn.forms import LoginWebAuthnForm, SignupWebAuthnForm
from django import forms
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

NO_PASSKEY = "Webbläsaren lämnade ingen passkey. Försök igen."


class CredentialField(forms.JSONField):
    """What the browser says of a passkey. It comes from a script, so it may be anything."""

    widget = forms.HiddenInput

    def __init__(self, parse: Callable[[Any], object]) -> None:
        super().__init__(error_messages={"required": NO_PASSKEY, "invalid": NO_PASSKEY})
        self.parse = parse

    def clean(self, value: Any) -> Any:
        """The same, when it can be read. What it proves is examined afterwards."""
        said = super().clean(value)
        try:
            self.parse(said)
        except (AttributeError, LookupError, TypeError, ValueError, struct.error):
            raise forms.ValidationError(NO_PASSKEY) from None
        return said


def _name() -> forms.CharField:
    return forms.CharField(
        label="Namn",
        help_text="Så att du känner igen den, till exempel Min telefon.",
        max_length=60,
        widget=forms.TextInput({"class": "input", "autocomplete": "off"}),
        error_messages={
            "required": "Skriv vad passkeyn ska heta.",
            "max_length": "Skriv högst 60 tecken.",
        },
    )


class NewPasskeyForm(SignupWebAuthnForm):
    """A passkey that the browser has made; always one that opens without anything else."""

    name = _name()
    credential = CredentialField(RegistrationResponse.from_dict)


class PasskeySignInForm(LoginWebAuthnForm):
    """A passkey that the browser shows."""

    credential = CredentialField(AuthenticationResponse.from_dict)


class PasskeyNameForm(forms.Form):
    """What a passkey is called."""

    name = _name()
