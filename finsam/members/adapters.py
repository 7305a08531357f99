"""What allauth asks of the product: its words, its letters and its stages."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.stages import LoginByCodeStage
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect

from finsam.members import sessions
from finsam.members.greeting import write_to
from finsam.members.models import User
from finsam.members.stages import PersonStage

REMEMBER = "remember_device"
"""In the session, from the code to the sign-in: whether the device is to be remembered."""

PASSKEY_UNKNOWN = "Passkeyn gick inte att använda. Försök igen, eller logga in med en kod."
SUBJECTS = {
    "mfa/email/webauthn_added": ("passkey_added", "En passkey har lagts till i ditt konto"),
    "mfa/email/webauthn_removed": ("passkey_removed", "En passkey har tagits bort ur ditt konto"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by code; nobody signs up."""

    def get_login_stages(self) -> list[str]:
        """The code, then who it is. A passkey is a way in of its own, not a second lock."""
        return [f"{stage.__module__}.{stage.__name__}" for stage in (LoginByCodeStage, PersonStage)]

    def is_login_by_code_required(self, login: Any) -> bool:
        return False

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin the session, for as long as was asked for."""
        is_remembered = request.session.pop(REMEMBER, False)
        super().login(request, user)
        sessions.begin(request.session, is_remembered=is_remembered)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """As to whoever has no account at all."""
        messages.error(request, PASSKEY_UNKNOWN)
        return redirect("account_login")

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Only what is wrong: the pages say the rest themselves, in their own words."""
        if kwargs.get("message"):
            messages.add_message(request, level, kwargs["message"])

    def send_notification_mail(
        self, template_prefix: str, user: User, *args: Any, **kwargs: Any
    ) -> None:
        """Tell by letter that a way in has been added or removed."""
        kind, subject = SUBJECTS[template_prefix]
        write_to(user, kind, subject=subject)


class PasskeyAdapter(DefaultMFAAdapter):
    """Passkeys of this host, under the product's name."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": PASSKEY_UNKNOWN}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host, _ = split_domain_port(context.request.get_host())
        return {"id": host, "name": "Finsam"}

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002 -- its name
        return "Min passkey"
