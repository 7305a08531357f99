"""Signing in by a code that goes to an address.

A code belongs to an address, not to a person. So nothing is asked about people until the right code
has been typed, and an address without an account is served exactly as one with.
"""

from allauth.account.internal.flows.login import perform_login
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from finsam.letters.composing import body_of
from finsam.letters.posting import post
from finsam.members.models import User


class CodeForAddress(LoginCodeVerificationProcess):
    """A code under way, kept in the session that asked for it."""

    @property
    def email(self) -> str:
        """The address that the code went to."""
        return str(self.state["email"])

    @property
    def redirect_url(self) -> str:
        """Where the person was going."""
        return str(self.stage.login.redirect_url)

    def send_by_email(self, email: str, skip_enumeration_mails: bool = False) -> None:
        """One letter: with the code, or that there is no account. The code is made either way."""
        code = self.generate_code()
        kind, subject = "sign_in_code", "Din kod för att logga in i Finsam"
        if not User.objects.at(email):
            kind, subject = "no_account", "Du försökte logga in i Finsam"
        body = body_of(kind, code=f"{code[:4]} {code[4:]}")
        post(kind=kind, to_address=email, subject=subject, body=body, is_secret=True)

    def finish(self, redirect_url: str | None = None) -> HttpResponse:
        """The code was right: go on as whoever the address belongs to."""
        login = Login(email=self.email, redirect_url=self.redirect_url)
        return _signed_in(self.request, login)


@transaction.atomic
def send_code(request: HttpRequest, *, email: str, redirect_url: str) -> None:
    """Send a code to the address (in small letters). An earlier code of the session is void."""
    login = Login(email=email, redirect_url=redirect_url)
    login.state["stages"] = {"current": LoginByCodeStage.key}
    stage = LoginByCodeStage(LoginStageController(request, login), request, login)
    stage.state.update(CodeForAddress.initial_state(user=None, email=email))
    process = CodeForAddress(stage=stage)
    process.send()
    process.persist()


def code_under_way(request: HttpRequest) -> CodeForAddress | None:
    """The code that the session waits for; none if it has expired or was never asked for."""
    stage = LoginStageController.enter(request, LoginByCodeStage.key)
    if stage is None:
        return None
    process: CodeForAddress | None = CodeForAddress(stage=stage).abort_if_invalid()
    return process


def sign_in_as(request: HttpRequest, user: User, redirect_url: str) -> HttpResponse:
    """Sign in as somebody without asking anything; for demo mode."""
    return _signed_in(request, Login(user=user, redirect_url=redirect_url))


def _signed_in(request: HttpRequest, login: Login) -> HttpResponse:
    response: HttpResponse = perform_login(request, login)
    return response
