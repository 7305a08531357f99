"""The workflow: one table of what can be done with a plan, and what becomes of it.

docs/workflow.md is printed from here. Who may is a row of the table of permissions
(finsam/members/permissions.py).
"""

from dataclasses import dataclass
from enum import StrEnum

from finsam.members.permissions import ALLOWED, Action, Verdict
from plans.models import Plan, PlanVersion

DRAFT, CONSULTATION, REVIEW, DECIDED = Plan.Status.values
BEFORE_DECISION = (DRAFT, CONSULTATION, REVIEW)
SENT = (CONSULTATION, REVIEW)
Kind = PlanVersion.Kind


class Act(StrEnum):
    """What is done with a plan."""

    CONSULT = "consult"
    TO_BOARD = "to_board"
    TAKE_BACK = "take_back"
    APPROVE = "approve"
    APPROVE_REFERRAL = "approve_referral"
    REGISTER = "register"
    REGISTER_REFERRAL = "register_referral"
    APPROVE_PART = "approve_part"
    REGISTER_PART = "register_part"
    COMPLETE = "complete"
    CORRECT = "correct"
    REVISE = "revise"
    CANCEL_REVISION = "cancel_revision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A row of the table. `after` is None where the state stays.

    `did` is how it is told afterwards: "Carin Chef {did}". `freezes` are the kinds of version, and
    `encloses` is what is kept with it.
    """

    button: str
    did: str
    who: Action
    before: tuple[str, ...]
    after: str | None
    requires: tuple[str, ...] = ()
    freezes: tuple[str, ...] = ()
    encloses: str = ""
    tells: str = "ingen"


A_RECORD = "Uppgifterna om beslutet är ifyllda: dag, närvaro och minst en att-sats."
PRESSED = "Förbundet låter ordföranden godkänna (förbundets regler)."
BY_FILE = "Förbundet låter inte ordföranden godkänna här (förbundets regler)."
A_PART = "Beslutet gäller planen eller budgeten för sig, och den andra är inte beslutad än."
A_FILE = "En PDF som ordföranden har skrivit under."
BOARD_AND_OFFICE = "styrelsen och kansliet"

WORKFLOW: dict[Act, Step] = {
    Act.CONSULT: Step(
        button="Skicka på samråd",
        did="skickade planen på samråd",
        who=Action.SEND_VERSION,
        before=BEFORE_DECISION,
        after=CONSULTATION,
        requires=(
            "Minst en mottagare: en medlem med officiell adress, eller en person med konto.",
            "En sista dag att svara, idag eller senare.",
        ),
        freezes=(Kind.CONSULTATION,),
        tells="mottagarna; varje medlem får en länk som gäller till och med sista dagen, och en "
        "rättad version ersätter länkarna till den förra",
    ),
    Act.TO_BOARD: Step(
        button="Skicka till styrelsen",
        did="skickade planen till styrelsen",
        who=Action.SEND_VERSION,
        before=BEFORE_DECISION,
        after=REVIEW,
        requires=(
            "Minst en mottagare.",
            "Samråd har hållits, här eller på annat sätt, eller ett skäl till att det inte har "
            "det. "
            "En revidering behöver inget.",
        ),
        freezes=(Kind.BOARD,),
        encloses="underlaget: missivet och planen som en PDF",
        tells="mottagarna",
    ),
    Act.TAKE_BACK: Step(
        button="Ta tillbaka",
        did="tog tillbaka planen",
        who=Action.SEND_VERSION,
        before=SENT,
        after=DRAFT,
        requires=("Ett skäl.",),
        tells="de som fick den senaste versionen, och de medlemmar vars länkar gällde",
    ),
    Act.APPROVE: Step(
        button="Godkänn beslutet",
        did="godkände beslutet",
        who=Action.APPROVE_DECISION,
        before=(REVIEW,),
        after=DECIDED,
        requires=(PRESSED, A_RECORD, "Minst en att-sats fick bifall."),
        freezes=(Kind.DECIDED, Kind.REVISED),
        tells=BOARD_AND_OFFICE,
    ),
    Act.APPROVE_REFERRAL: Step(
        button="Godkänn återremissen",
        did="godkände återremissen",
        who=Action.APPROVE_DECISION,
        before=(REVIEW,),
        after=DRAFT,
        requires=(PRESSED, A_RECORD, "Någon att-sats återremitterades, med skäl."),
        tells=BOARD_AND_OFFICE,
    ),
    Act.REGISTER: Step(
        button="Registrera beslutet",
        did="registrerade beslutet",
        who=Action.RECORD_DECISION,
        before=(REVIEW,),
        after=DECIDED,
        requires=(BY_FILE, A_RECORD, "Minst en att-sats fick bifall.", A_FILE),
        freezes=(Kind.DECIDED, Kind.REVISED),
        tells=BOARD_AND_OFFICE,
    ),
    Act.REGISTER_REFERRAL: Step(
        button="Registrera återremissen",
        did="registrerade återremissen",
        who=Action.RECORD_DECISION,
        before=(REVIEW,),
        after=DRAFT,
        requires=(BY_FILE, A_RECORD, "Någon att-sats återremitterades, med skäl.", A_FILE),
        tells=BOARD_AND_OFFICE,
    ),
    Act.APPROVE_PART: Step(
        button="Godkänn beslutet om en del",
        did="godkände beslutet om en del av planen",
        who=Action.APPROVE_DECISION,
        before=(REVIEW,),
        after=None,
        requires=(PRESSED, A_RECORD, "Minst en att-sats fick bifall.", A_PART),
        freezes=(Kind.PART,),
        tells=BOARD_AND_OFFICE,
    ),
    Act.REGISTER_PART: Step(
        button="Registrera beslutet om en del",
        did="registrerade beslutet om en del av planen",
        who=Action.RECORD_DECISION,
        before=(REVIEW,),
        after=None,
        requires=(BY_FILE, A_RECORD, "Minst en att-sats fick bifall.", A_PART, A_FILE),
        freezes=(Kind.PART,),
        tells=BOARD_AND_OFFICE,
    ),
    Act.COMPLETE: Step(
        button="Komplettera",
        did="kompletterade beslutet",
        who=Action.COMPLETE_DECISION,
        before=(DECIDED,),
        after=None,
        requires=("Något av §, dnr, justering, anslag och protokoll. Vart och ett en gång.",),
        freezes=(Kind.COMPLETED,),
    ),
    Act.CORRECT: Step(
        button="Rätta skrivfel",
        did="rättade skrivfel",
        who=Action.COMPLETE_DECISION,
        before=(DECIDED,),
        after=None,
        requires=("Vad som stod, vad som ska stå, och ett skäl.",),
        freezes=(Kind.CORRECTION,),
        tells=BOARD_AND_OFFICE,
    ),
    Act.REVISE: Step(
        button="Börja revidera planen",
        did="började revidera planen",
        who=Action.REVISE_PLAN,
        before=(DECIDED,),
        after=DRAFT,
    ),
    Act.CANCEL_REVISION: Step(
        button="Avbryt revideringen",
        did="avbröt revideringen",
        who=Action.CANCEL_REVISION,
        before=BEFORE_DECISION,
        after=DECIDED,
        requires=(
            "En beslutad version gäller.",
            "Ingen del är beslutad i revideringen.",
            "Ett skäl.",
        ),
        tells="de som fick den senaste versionen i revideringen",
    ),
}
"""What can be done, by whom, from which state to which."""


class Out(StrEnum):
    """What is done with what is decided. It changes no state."""

    DISPATCH = "dispatch"
    POST_NOTICE = "post_notice"
    PUBLISH = "publish"
    TAKE_DOWN = "take_down"
    CASE_FILE = "case_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outward:
    """A row of the table "Ut". `keeps` is what is kept for ever."""

    button: str
    did: str
    who: Action
    requires: tuple[str, ...]
    keeps: str
    tells: str = "ingen"


IN_FORCE = "En beslutad version gäller, också medan planen revideras."

OUT: dict[Out, Outward] = {
    Out.DISPATCH: Outward(
        button="Expediera",
        did="expedierade beslutet",
        who=Action.DISPATCH_DECISION,
        requires=(IN_FORCE, "Minst en mottagare med e-postadress."),
        keeps="dag, beslutets ord och varje mottagare",
        tells="mottagarna, med beslutet i brevet och planen som PDF",
    ),
    Out.POST_NOTICE: Outward(
        button="Anslå",
        did="kompletterade beslutet",
        who=Action.COMPLETE_DECISION,
        requires=(
            "Planen är beslutad.",
            "Dagen då beslutet anslogs, eller då anslaget togs ned. Var och en en gång.",
        ),
        keeps="dagarna, och en kompletterad version",
    ),
    Out.PUBLISH: Outward(
        button="Publicera",
        did="publicerade planen",
        who=Action.PUBLISH_PLAN,
        requires=(IN_FORCE, "Planen är inte redan publicerad."),
        keeps="dag och vem. Den version som gäller visas för alla, också när en nyare gäller",
    ),
    Out.TAKE_DOWN: Outward(
        button="Ta bort från webben",
        did="tog bort planen från webben",
        who=Action.PUBLISH_PLAN,
        requires=("Planen är publicerad.",),
        keeps="dag och vem",
    ),
    Out.CASE_FILE: Outward(
        button="Hämta akten",
        did="hämtade akten",
        who=Action.READ_CASE_FILE,
        requires=(),
        keeps="inget nytt",
    ),
}
"""What can be done with what is decided, by whom. Any number of times, in any order."""

NOT_NOW: dict[str, str] = {
    DRAFT: "Planen är ett utkast.",
    CONSULTATION: "Planen är på samråd.",
    REVIEW: "Planen är hos styrelsen.",
    DECIDED: "Planen är beslutad.",
}
WANTED: dict[tuple[str, ...], str] = {
    SENT: "Det går när den är på samråd eller hos styrelsen.",
    (REVIEW,): "Det går när den är hos styrelsen.",
    (DECIDED,): "Det går när den är beslutad.",
    BEFORE_DECISION: "Börja revidera den om den ska ändras.",
}


def allowed_in(act: Act, status: str) -> Verdict:
    """Whether it can be done with a plan in that state, whoever does it."""
    step = WORKFLOW[act]
    if status in step.before:
        return ALLOWED
    return Verdict(False, f"{NOT_NOW[status]} {WANTED[step.before]}", fact=NOT_NOW[status][:-1])
