"""A record is approved: the plan is decided, or goes back to the office, all at once or not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from finsam.members.models import User
from plans.deciding.addressing import addressee
from plans.deciding.announcing import announce, board_and_office
from plans.deciding.parts import joined, leaves_a_part
from plans.deciding.pressing import Pressed, press, press_content
from plans.deciding.reading import content_of_version
from plans.deciding.recording import Rewritten
from plans.deciding.restoring import restore
from plans.deciding.transition import Details, Incomplete, transition
from plans.deciding.versions import Stamp
from plans.deciding.workflow import Act
from plans.document import content
from plans.document.label import PARTS, REVISED, WORDS
from plans.document.loading import decisions_of
from plans.document.record import Outcome, outcome_of, resolutions_of
from plans.models import Decision, DecisionFile, DecisionRecord, Passage, Plan, PlanVersion
from plans.writing.filing import PdfFile

AS_PART = {Act.APPROVE: Act.APPROVE_PART, Act.REGISTER: Act.REGISTER_PART}
REFERRALS = (Act.APPROVE_REFERRAL, Act.REGISTER_REFERRAL)
BY_OFFICE = (Act.REGISTER, Act.REGISTER_REFERRAL, Act.REGISTER_PART)
CHAIR_APPROVES = "Ordföranden godkänner beslut i förbundet. Be om godkännande i stället."
OFFICE_REGISTERS = "Kansliet registrerar beslut i förbundet, med ordförandens underskrift."
NEWER_SENT = (
    "Styrelsen har fått en ny version sedan uppgifterna fylldes i. Läs igenom dem och spara igen."
)
NOT_ASKED = "Kansliet har inte lämnat uppgifterna för godkännande än."


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who approves what, as they saw it. `address` is the plan's, whole."""

    record: DecisionRecord
    by: User
    seen: int
    address: str
    signed: PdfFile | None = None


def act_of(record: DecisionRecord) -> Act:
    """Which step it is to approve the record."""
    by_chair = record.plan.federation.chair_approves
    if outcome_of(resolutions_of(record.resolutions)) == Outcome.REFERRED_BACK:
        return Act.APPROVE_REFERRAL if by_chair else Act.REGISTER_REFERRAL
    act = Act.APPROVE if by_chair else Act.REGISTER
    return AS_PART[act] if leaves_a_part(record) else act


def approve(approval: Approval) -> Passage:
    """Approve the record: freeze what was decided and tell the board and the office.

    Where the matter was sent back the plan is a draft again, and its reason is told. Raises what
    `transition` raises, and Rewritten where the record has been saved anew.
    """
    record = approval.record
    act = act_of(record)
    is_part = act in AS_PART.values()
    details = Details(check=_checked(approval), then=_then(approval, act), reason=record.referral)
    if act not in REFERRALS:
        stamp = Stamp(
            kind=PlanVersion.Kind.PART if is_part else _version_kind(record),
            dated_on=record.decided_on,
            by=str(approval.by),
            note="Med styrelsens ändringar." if record.with_changes else "",
            name=_part_name(record) if is_part else "",
        )
        details = replace(details, press=lambda plan: pressed(record, plan), stamp=stamp, reason="")
        if is_part:
            # What is decided by itself is not in force yet: the board and the office read it.
            told = tuple(map(addressee, board_and_office(record.plan)))
            details = replace(details, recipients=told)
    return transition(record.plan, act, by=approval.by, seen=approval.seen, details=details)


def pressed(record: DecisionRecord, plan: Plan) -> Pressed:
    """What is frozen when the record is approved: the version that the board had, or the working
    copy where it decided with changes; with the decision. Takes seconds."""
    handed = before(record)
    if record.with_changes:
        return press(plan, made=lambda said: _decided(said, record, handed))
    return press_content(_decided(handed, record, handed))


def before(record: DecisionRecord) -> content.PlanContent:
    """What the version that the board had before it says."""
    return content_of_version(record.plan.versions.get(number=record.version))


def _decided(
    said: content.PlanContent, record: DecisionRecord, handed: content.PlanContent
) -> content.PlanContent:
    decision = content.Decision(
        kind=content.DecisionKind(record.kind),
        decided_on=record.decided_on,
        subject=content.DecisionSubject(record.subject),
    )
    decisions = (*decisions_of(record.plan), decision)
    whole = joined(said, record, handed)
    return replace(whole, status=content.Status.DECIDED, decisions=decisions)


def _letter(act: Act) -> str:
    if act in REFERRALS:
        return "plan_referred_back"
    return "part_decided" if act in AS_PART.values() else "plan_decided"


def _part_name(record: DecisionRecord) -> str:
    """What the version is called in which a part was decided: "Budgeten beslutad"."""
    is_first = record.kind == Decision.Kind.DECIDED
    said = WORDS[record.plan.federation.decision_word] if is_first else REVISED
    return f"{PARTS[record.subject]} {said.lower()}"


def _version_kind(record: DecisionRecord) -> str:
    is_first = record.kind == Decision.Kind.DECIDED
    return PlanVersion.Kind.DECIDED if is_first else PlanVersion.Kind.REVISED


def _checked(approval: Approval) -> Callable[[Plan], None]:
    def check(plan: Plan) -> None:
        record = DecisionRecord.objects.open_of(plan)
        if record is None or record.edition != approval.record.edition:
            raise Rewritten(record)
        if _has_newer(record):
            raise Incomplete(NEWER_SENT)
        act = act_of(record)
        if (act in BY_OFFICE) is not (approval.signed is not None):
            raise Incomplete(OFFICE_REGISTERS if act in BY_OFFICE else CHAIR_APPROVES)
        if act not in BY_OFFICE and record.asked_at is None:
            raise Incomplete(NOT_ASKED)

    return check


def _has_newer(record: DecisionRecord) -> bool:
    """Whether the board has been sent another version since the record was filled in."""
    sent = record.plan.versions.filter(kind=PlanVersion.Kind.BOARD, number__gt=record.version)
    return sent.filter(made_at__gt=record.written_at).exists()


def _then(approval: Approval, act: Act) -> Callable[[Plan, Passage, PlanVersion | None], None]:
    def then(plan: Plan, passage: Passage, version: PlanVersion | None) -> None:
        record = approval.record
        if approval.signed is not None:
            keep_file(plan, record, DecisionFile.Kind.SIGNED, approval.signed, by=approval.by)
        if version is not None:
            _now_decided(plan, record, version, is_part=act in AS_PART.values())
        _close(record, passage)
        kind = _letter(act)
        place = f"versioner/{version.number}/" if version else "beslut/"
        announce(
            kind,
            plan,
            board_and_office(plan),
            passage,
            by=approval.by,
            url=f"{approval.address}{place}",
            resolutions=resolutions_of(record.resolutions),
            part=PARTS.get(record.subject, ""),
        )

    return then


def _now_decided(
    plan: Plan, record: DecisionRecord, version: PlanVersion, *, is_part: bool
) -> None:
    """The rows are what was decided, which the office may have written on from.

    While a part is undecided they are still worked on.
    """
    if not is_part and (not record.with_changes or record.subject != Decision.Subject.BOTH):
        restore(plan, content_of_version(version))
    Decision.objects.create(
        plan=plan, kind=record.kind, subject=record.subject, decided_on=record.decided_on
    )
    if not is_part:
        plan.shares.all().delete()


def _close(record: DecisionRecord, passage: Passage) -> None:
    # The same moment: what a round has decided is told apart by it.
    record.approved_by, record.approved_at = passage.by, passage.at
    record.save(update_fields=["approved_by", "approved_at"])


def keep_file(
    plan: Plan, decision: DecisionRecord | Decision, kind: str, file: PdfFile, *, by: User
) -> DecisionFile:
    """Keep a PDF with the decision that it belongs to."""
    return DecisionFile.objects.create(
        plan=plan,
        kind=kind,
        decided_on=decision.decided_on,
        name=file.name,
        pdf=file.data,
        sha256=sha256(file.data).hexdigest(),
        added_by=str(by),
    )
