"""Letters of a samråd: to the members' official addresses, and to the office."""

from finsam.letters.composing import body_of
from finsam.letters.models import Letter
from finsam.letters.posting import post
from finsam.members.access import people_in
from finsam.members.greeting import write_to
from finsam.members.permissions import Action
from plans.deciding.consulting.links import address_of
from plans.deciding.measure import Base
from plans.document.content import PlanContent
from plans.document.own_part import OwnPart, own_part
from plans.models import ConsultationAnswer, ConsultationLink, PlanVersion

SENT, REMINDER, ANSWERED = "consultation_sent", "consultation_reminder", "consultation_answered"
ENDED = "consultation_ended"


class Letters:
    """Letters about one version, each with the link and what the plan means for the member."""

    def __init__(
        self, version: PlanVersion, content: PlanContent, earlier: Base | None, *, site: str
    ) -> None:
        self.version, self.content, self.site = version, content, site
        self.earlier = earlier.content if earlier else None

    def part(self, link: ConsultationLink) -> OwnPart:
        """What the member of the link pays."""
        return own_part(self.content, link.member_key, self.earlier)

    def send(self, link: ConsultationLink, kind: str = SENT, message: str = "") -> Letter:
        """Post the letter to the link's address, in the caller's transaction."""
        federation = self.version.plan.federation
        last_day = link.consultation.closes_on
        body = body_of(
            kind,
            to_name=link.member_name,
            federation=federation,
            version=self.version,
            last_day=last_day,
            part=self.part(link).line,
            message=message,
            url=address_of(link, self.site),
        )
        begins = "Påminnelse: samråd" if kind == REMINDER else "Samråd"
        return post(
            kind=kind,
            to_address=link.address,
            to_name=link.member_name,
            subject=f"{begins} om {self.version.title}, svara senast {last_day}",
            body=body,
            federation=federation,
        )


def tell_office(answer: ConsultationAnswer, title: str, url: str) -> None:
    """A member has answered by its link. `url` is the samråd's page, whole."""
    federation = answer.consultation.plan.federation
    for user, person in people_in(federation):
        if person.may(Action.RESOLVE_QUESTIONS):
            write_to(
                user,
                ANSWERED,
                subject=f"{answer.member_name} har svarat på samrådet",
                federation=federation,
                answer=answer,
                title=title,
                url=url,
            )


def tell_ended(link: ConsultationLink, title: str, what: str, reason: str) -> None:
    """Tell a member that nothing can be answered any longer: what was done, and why."""
    federation = link.consultation.plan.federation
    said = {"what": what, "reason": reason, "title": title}
    post(
        kind=ENDED,
        to_address=link.address,
        to_name=link.member_name,
        subject=f"Samrådet är avbrutet: {title}",
        body=body_of(ENDED, to_name=link.member_name, federation=federation, **said),
        federation=federation,
    )
