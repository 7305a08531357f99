"""A member's link: its address, and what it is good for.

The address holds the link's key and a signature of that, made with the installation's secret and
stored nowhere: so the same address can be written again in a reminder.
"""

from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from plans.deciding.consulting.ending import ending_of
from plans.models import ConsultationLink, Plan, PlanVersion

SALT = "plans.consultation_link"
REVOKED = "Länken är återkallad. Har ni fått ett senare brev så finns en ny länk där."
REPLACED = "Det finns en nyare version att svara på. Länken till den står i det senaste brevet."
LATE = "Sista dagen att svara var {}."
TAKEN_BACK = "Planen är tillbaka hos kansliet, så det finns inget att svara på just nu."
DECIDED = "Planen är beslutad, så samrådet är slut."


def token_of(key: UUID) -> str:
    """The signature of a link's key: 64 hexadecimal digits."""
    return salted_hmac(SALT, key.hex, algorithm="sha256").hexdigest()


def is_right(key: UUID, token: str) -> bool:
    """Whether the signature is the key's. Asks no database."""
    return constant_time_compare(token, token_of(key))


def address_of(link: ConsultationLink, site: str) -> str:
    """The link's whole address; `site` is where the product is: "https://finsam.se/"."""
    place = reverse("consultation_link", args=[link.key, token_of(link.key)])
    return f"{site.rstrip('/')}{place}"


def link_at(key: UUID) -> ConsultationLink | None:
    """The link with its round, plan and federation. One query."""
    found = ConsultationLink.objects.select_related("consultation__plan__federation")
    return found.defer("consultation__plan__federation__logo").filter(key=key).first()


def why_closed(link: ConsultationLink) -> str:
    """Why nothing is read or answered by it any longer, in Swedish; "" while it is open.

    Two queries at most.
    """
    consultation, plan = link.consultation, link.consultation.plan
    if _is_replaced(link, plan):
        return REPLACED
    if ending_of(consultation, plan.passages.order_by("pk")):
        return DECIDED if plan.status == Plan.Status.DECIDED else TAKEN_BACK
    if link.revoked_at is not None:
        return REVOKED
    if timezone.localdate() > consultation.closes_on:
        return LATE.format(consultation.closes_on)
    return ""


def _is_replaced(link: ConsultationLink, plan: Plan) -> bool:
    newer = plan.versions.filter(number__gt=link.version, kind=PlanVersion.Kind.CONSULTATION)
    return newer.exists()
