"""Between the right code and the session: which person is it?"""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.stages import LoginStage, LoginStageController
from allauth.core.internal.httpkit import headed_redirect_response
from django.http import HttpRequest, HttpResponse

from finsam.members.models import User


class PersonStage(LoginStage):
    """Whoever has the code of a shared address says who it is; one person alone is not asked."""

    key = "person"
    urlname = "choose_person"

    @property
    def people(self) -> list[User]:
        """Those who may sign in with the address."""
        return User.objects.at(self.login.email or "")

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Go on, ask, or send back whoever has lost the account since the code was sent."""
        # A passkey is a person's own.
        if self.login.user is not None:
            return None, True
        people = self.people
        if len(people) == 1:
            self.take(people[0])
            return None, True
        return headed_redirect_response(self.urlname if people else "account_login"), bool(people)

    def take(self, person: User) -> None:
        """It is this person."""
        record_authentication(self.request, person, method="code", email=self.login.email)
        self.login.user = person


def person_stage(request: HttpRequest) -> PersonStage | None:
    """The question, if the session has come to it."""
    stage: PersonStage | None = LoginStageController.enter(request, PersonStage.key)
    return stage
