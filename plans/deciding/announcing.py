"""Letters about what was done with a plan, to those who have to know."""

from collections.abc import Iterable

from finsam.members.access import people_in
from finsam.members.greeting import write_to
from finsam.members.models import User
from finsam.members.permissions import Action, Party
from plans.deciding.transition import told
from plans.models import Passage, Plan, PlanVersion

SUBJECTS = {
    "plan_taken_back": "Planen är tillbakatagen",
    "plan_referred_back": "Planen är återremitterad",
    "plan_decided": "Planen är beslutad",
    "part_decided": "En del av planen är beslutad",
    "decision_to_approve": "Ett beslut att godkänna",
    "decision_corrected": "Skrivfel är rättade",
    "revision_cancelled": "Revideringen är avbruten",
}


def announce(
    kind: str,
    plan: Plan,
    people: Iterable[User],
    passage: Passage,
    *,
    by: User,
    url: str,
    **more: object,
) -> None:
    """Tell each of the people, but who did it, in the caller's transaction.

    `url` is the one link, whole.
    """
    others = [user for user in people if user != by]
    said = {"what": told(passage), "reason": passage.reason} | more
    tell(kind, plan, others, url=url, **said)


def tell(kind: str, plan: Plan, people: Iterable[User], *, url: str, **said: object) -> None:
    """A letter about a plan to each of the people. It names the plan as the last version did."""
    newest = plan.versions.listed().first()
    title = newest.title if newest else plan.title
    subject = f"{SUBJECTS[kind]}: {title}"
    for user in people:
        federation = plan.federation
        write_to(user, kind, subject=subject, federation=federation, title=title, url=url, **said)


def board_and_office(plan: Plan) -> list[User]:
    """Everybody of the board or the office who has an account."""
    return [
        user
        for user, person in people_in(plan.federation)
        if Party.BOARD in person.parties or person.may(Action.RESOLVE_QUESTIONS)
    ]


def chairs(plan: Plan) -> list[User]:
    """Those who may approve a decision here."""
    return [
        user
        for user, person in people_in(plan.federation)
        if person.may(Action.APPROVE_DECISION, Plan.Status.REVIEW)
    ]


def receivers(version: PlanVersion) -> list[User]:
    """The people with accounts whom a version was sent to, and who still can sign in."""
    ids = version.recipients.values_list("user_id", flat=True)
    return list(User.objects.filter(pk__in=ids, is_active=True))
