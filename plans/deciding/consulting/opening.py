"""A round of samråd is opened, or goes on with a corrected version; a link and a letter each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from finsam.members.models import Member
from plans.deciding.consulting.letters import Letters
from plans.deciding.measure import base_of
from plans.deciding.reading import content_of_version
from plans.deciding.versions import Addressee
from plans.models import Consultation, ConsultationLink, PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Which members are asked, until when, and with which words. `site` is the product's address.

    `open` is called with the version in the transaction that keeps it.
    """

    members: Sequence[Member]
    closes_on: date
    message: str
    site: str

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """The members as the version's recipients."""
        return tuple(Addressee(name=m.name[:160], address=m.official_address) for m in self.members)

    def open(self, version: PlanVersion) -> None:
        """The round with its links. Those to an earlier version are good for nothing then."""
        consultation = _round(version, self.closes_on)
        # Whose link is closed by this has a new one, also where they were not chosen this time.
        had = consultation.links.filter(revoked_at=None).values_list("member_key", flat=True)
        chosen = {member.key for member in self.members}
        others = version.plan.federation.members.filter(key__in=set(had) - chosen)
        members = [*self.members, *others.exclude(official_address="")]
        revoke_open(ConsultationLink.objects.filter(consultation__plan=version.plan_id))
        if not members:
            return
        content, earlier = content_of_version(version), base_of(version.plan, until=version.number)
        letters = Letters(version, content, earlier, site=self.site)
        for member in members:
            link = new_link(consultation, member, version.number)
            letters.send(link, message=self.message)


def asked(members: Sequence[Member], day: date) -> list[Member]:
    """The members of a day: those that have not left."""
    return [one for one in members if one.left_on is None or one.left_on >= day]


def new_link(consultation: Consultation, member: Member, version: int) -> ConsultationLink:
    """A member's way to a version. Raises IntegrityError where it has another that is open."""
    return ConsultationLink.objects.create(
        consultation=consultation,
        member_key=member.key,
        member_name=member.name,
        address=member.official_address,
        version=version,
    )


def revoke_open(links: QuerySet[ConsultationLink]) -> int:
    """Close those of the links that are open. How many they were."""
    return links.filter(revoked_at=None).update(revoked_at=timezone.now())


def _round(version: PlanVersion, closes_on: date) -> Consultation:
    """The round that the version is sent in: that of the version that it corrects, or a new one."""
    # All of the plan's are locked first, as where single links are sent.
    rounds = Consultation.objects.select_for_update().filter(plan=version.plan_id).order_by("pk")
    found = next((one for one in rounds if one.version == version.corrects), None)
    if found is None or version.corrects is None:
        return Consultation.objects.create(
            plan=version.plan,
            version=version.number,
            opened_on=version.dated_on,
            closes_on=closes_on,
            begun_by=version.made_by,
        )
    found.version, found.closes_on, found.reminded_at = version.number, closes_on, None
    found.save(update_fields=["version", "closes_on", "reminded_at"])
    return found
