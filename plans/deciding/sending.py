"""A version is sent to people: frozen, with its recipients, and a letter to each."""

from collections.abc import Callable, Iterable
from functools import partial

from django.utils import timezone

from finsam.members.greeting import write_to
from finsam.members.models import User
from plans.deciding.addressing import addressee
from plans.deciding.announcing import announce, receivers
from plans.deciding.consulting.stopping import stop
from plans.deciding.papers import Enclosed
from plans.deciding.pressing import Pressed, nothing_beside, press
from plans.deciding.transition import Details, Incomplete, told, transition
from plans.deciding.versions import Addressee, Stamp, label_of
from plans.deciding.workflow import Act
from plans.models import BoardPapers, DecisionRecord, Passage, Plan, PlanVersion, ReadingMark

LETTER = "version_sent"
TAKEN_BACK = "plan_taken_back"
NO_REASON = "Skriv varför samråd inte har hållits."
SENT_AS = {PlanVersion.Kind.CONSULTATION: Act.CONSULT, PlanVersion.Kind.BOARD: Act.TO_BOARD}
LEADS_TO = {
    PlanVersion.Kind.CONSULTATION: Plan.Status.CONSULTATION,
    PlanVersion.Kind.BOARD: Plan.Status.REVIEW,
}


def _nothing_more(version: PlanVersion) -> None:
    pass


def send_version(
    plan: Plan,
    kind: str,
    *,
    people: Iterable[User],
    message: str,
    by: User,
    seen: int,
    address: str,
    without_consultation: str = "",
    others: Iterable[Addressee] = (),
    and_then: Callable[[PlanVersion], None] = _nothing_more,
) -> PlanVersion:
    """Freeze the plan and send it to the people, each with a letter, all at once or not at all.

    To the board it goes with its papers, printed of the same document and kept with the version.

    `address` is the plan's, whole; `message` is the sender's own words. Where samråd has not been
    held `without_consultation` says why. `others` are kept as recipients and are written to by
    `and_then`, which is called in the same transaction. Raises what `transition` raises.
    """
    to = tuple(people)
    papers = Enclosed(sent_on=timezone.localdate()) if kind == PlanVersion.Kind.BOARD else None
    note = f"Utan samråd: {without_consultation}" if without_consultation else ""
    stamp = Stamp(
        kind=kind,
        dated_on=timezone.localdate(),
        by=str(by),
        note=note,
        corrects=corrected_by(plan).get(kind),
    )

    def check(locked: Plan) -> None:
        if kind == PlanVersion.Kind.BOARD and not without_consultation and lacks_samrad(locked):
            raise Incomplete(NO_REASON)

    def pressed(fresh: Plan) -> Pressed:
        beside = partial(papers.press, fresh) if papers else nothing_beside
        return press(fresh, label=label_of(stamp), beside=beside)

    def then(locked: Plan, passage: Passage, version: PlanVersion | None) -> None:
        if version is not None:
            kept = papers.keep(version) if papers else None
            _tell(version, people=to, message=message, address=address, papers=kept)
            and_then(version)
        withdraw_question(locked)

    details = Details(
        reason=without_consultation,
        press=pressed,
        stamp=stamp,
        recipients=(*map(addressee, to), *others),
        check=check,
        then=then,
    )
    passage = transition(plan, SENT_AS[PlanVersion.Kind(kind)], by=by, seen=seen, details=details)
    return PlanVersion.objects.listed().get(plan=plan, number=passage.version or 0)


def take_back(plan: Plan, *, reason: str, by: User, seen: int, address: str) -> Passage:
    """The plan is a draft again; those who got the newest version are told why.

    Raises what `transition` raises.
    """

    def then(locked: Plan, passage: Passage, version: PlanVersion | None) -> None:
        withdraw_question(locked)
        newest = locked.versions.listed().first()
        people = receivers(newest) if newest else []
        announce(TAKEN_BACK, locked, people, passage, by=by, url=f"{address}versioner/")
        stop(locked, told(passage), reason)

    details = Details(reason=reason, then=then)
    return transition(plan, Act.TAKE_BACK, by=by, seen=seen, details=details)


def lacks_samrad(plan: Plan) -> bool:
    """Whether the plan, not yet decided, has not been sent for samråd, nor held it elsewhere.

    A revision needs none, and of a plan that is before the board it has been said why.
    """
    if plan.status == Plan.Status.REVIEW:
        return False
    kinds = set(plan.versions.values_list("kind", flat=True))
    is_sent = bool(kinds & {PlanVersion.Kind.CONSULTATION, *PlanVersion.IN_FORCE})
    return not is_sent and not plan.consultations.exists()


def corrected_by(plan: Plan) -> dict[str, int]:
    """By kind, the number of the version that a new one of it corrects: the one that is out now.

    What was taken back, or sent back by the board, comes again as a version of its own.
    """
    sent = dict(plan.versions.order_by("number").values_list("kind", "number"))
    return {
        kind: sent[kind]
        for kind, status in LEADS_TO.items()
        if plan.status == status and kind in sent
    }


def withdraw_question(plan: Plan) -> None:
    """The chair is not asked any longer: what the record is about is no longer before them."""
    record = DecisionRecord.objects.open_of(plan)
    if record and record.asked_at:
        record.asked_at = None
        record.edition += 1
        record.save(update_fields=["asked_at", "edition"])


def mark_read(version: PlanVersion, user: User) -> None:
    """The person has read the version; said again it stays as it was."""
    ReadingMark.objects.get_or_create(version=version, user=user)


def _tell(
    version: PlanVersion,
    *,
    people: Iterable[User],
    message: str,
    address: str,
    papers: BoardPapers | None = None,
) -> None:
    place = "styrelsen/" if papers else f"versioner/{version.number}/"
    for user in people:
        write_to(
            user,
            LETTER,
            subject=f"{version.label}: {version.title}",
            federation=version.plan.federation,
            by=version.made_by,
            version=version,
            message=message,
            url=f"{address}{place}",
            meeting_on=papers and papers.meeting_on,
        )
