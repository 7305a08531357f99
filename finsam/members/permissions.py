"""Who may do what: one table, role × action × state, and how it is read.

`yes` allows. `shared` allows where the draft has been shared with the person for it. `-` does not
allow, and `never` forbids: a person with several roles has all their rights together, but what one
of them forbids is forbidden. docs/permissions.md is printed from here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something is allowed, and if not, why, in words for the person."""

    allowed: bool
    reason: str = ""
    fact: str = ""
    """What a page of its own says first, without its full stop."""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Verdict(True)


class Party(StrEnum):
    """What a person can be in a federation, in the order of the table's columns."""

    ADMINISTRATOR = "administrator"
    CHIEF = "chief"
    STAFF = "staff"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    BOARD = "board"
    MEMBER = "member"
    AUDITOR = "auditor"
    ECONOMIST = "economist"
    PREPARATION = "preparation"


class Cell(StrEnum):
    YES = "yes"
    SHARED = "shared"
    NO = "-"
    NEVER = "never"


class Action(StrEnum):
    """What can be done in a federation and with its plans."""

    SEE_FEDERATION = "see_federation"
    EDIT_FEDERATION = "edit_federation"
    SEE_PEOPLE = "see_people"
    APPOINT = "appoint"
    SEE_TRACES = "see_traces"
    CLEAR_MATERIAL = "clear_material"
    SEE_LETTERS = "see_letters"
    FOUND_FEDERATION = "found_federation"
    START_PLAN = "start_plan"
    FILE_PLAN = "file_plan"
    READ_PLAN = "read_plan"
    CHECK_PLAN = "check_plan"
    SEE_HISTORY = "see_history"
    READ_VERSIONS = "read_versions"
    SEND_VERSION = "send_version"
    READ_DECISION = "read_decision"
    RECORD_DECISION = "record_decision"
    APPROVE_DECISION = "approve_decision"
    COMPLETE_DECISION = "complete_decision"
    REVISE_PLAN = "revise_plan"
    CANCEL_REVISION = "cancel_revision"
    REGISTER_ANSWERS = "register_answers"
    ANNOUNCE_MOTION = "announce_motion"
    READ_MOTIONS = "read_motions"
    STATE_OPINION = "state_opinion"
    DISPATCH_DECISION = "dispatch_decision"
    PUBLISH_PLAN = "publish_plan"
    READ_CASE_FILE = "read_case_file"
    ASK = "ask"
    RESOLVE_QUESTIONS = "resolve_questions"
    SHARE_DRAFT = "share_draft"
    ARRANGE_PLAN = "arrange_plan"
    WRITE_TEXT = "write_text"
    WRITE_GOALS = "write_goals"
    WRITE_INTERVENTIONS = "write_interventions"
    WRITE_BUDGET = "write_budget"


ANY = "any"
"""The state of what does not hang on a plan's state."""

WORKING = "working"
"""In the table: each state in which a plan is worked on."""

STATES: Mapping[str, tuple[str, ...]] = {
    ANY: (ANY,),
    WORKING: ("draft", "consultation", "review"),
    "draft": ("draft",),
    "consultation": ("consultation",),
    "review": ("review",),
    "decided": ("decided",),
}
"""What a row of the table may say of the state, and the plans' own states that it stands for."""

TABLE = """
action               state     administrator chief   staff   chair   vice_chair board   member  auditor economist preparation
see_federation       any       yes           yes     yes     yes     yes        yes     yes     yes     yes       yes
edit_federation      any       yes           yes     yes     -       -          -       -       never   -         -
see_people           any       yes           yes     yes     yes     -          -       -       -       -         -
appoint              any       yes           yes     -       yes     -          -       -       -       -         -
see_traces           any       yes           yes     -       -       -          -       -       yes     -         -
clear_material       any       yes           yes     -       -       -          -       -       never   -         -
see_letters          any       yes           yes     yes     -       -          -       -       -       -         -
found_federation     any       yes           -       -       -       -          -       -       -       -         -
start_plan           any       yes           yes     yes     -       -          -       -       never   -         -
file_plan            any       yes           yes     yes     -       -          -       -       never   -         -

read_plan            working   yes           yes     yes     shared  shared     shared  shared  shared  shared    shared
read_plan            decided   yes           yes     yes     yes     yes        yes     yes     yes     yes       yes
check_plan           working   yes           yes     yes     -       -          -       -       -       -         -
check_plan           decided   yes           yes     yes     -       -          -       -       -       -         -
see_history          working   yes           yes     yes     -       -          -       -       -       -         -
see_history          decided   yes           yes     yes     -       -          -       -       -       -         -
read_versions        any       yes           yes     yes     yes     yes        yes     yes     yes     yes       yes
send_version         working   yes           yes     yes     -       -          -       -       never   -         -
read_decision        any       yes           yes     yes     yes     yes        yes     yes     yes     yes       yes
record_decision      review    yes           yes     yes     -       -          -       -       never   -         -
approve_decision     review    -             -       -       yes     yes        -       -       never   -         -
complete_decision    decided   yes           yes     yes     -       -          -       -       never   -         -
revise_plan          decided   yes           yes     yes     -       -          -       -       never   -         -
cancel_revision      working   yes           yes     yes     -       -          -       -       never   -         -
register_answers     any       yes           yes     yes     -       -          -       -       never   -         -
announce_motion      review    -             -       -       yes     yes        yes     -       never   -         -
read_motions         any       yes           yes     yes     yes     yes        -       -       -       -         -
state_opinion        review    -             -       -       yes     yes        yes     -       never   -         -
dispatch_decision    any       yes           yes     yes     -       -          -       -       never   -         -
publish_plan         any       yes           yes     yes     -       -          -       -       never   -         -
read_case_file       any       yes           yes     yes     yes     yes        -       -       yes     -         -
ask                  any       yes           yes     yes     yes     yes        yes     yes     yes     yes       yes
resolve_questions    any       yes           yes     yes     -       -          -       -       -       -         -
share_draft          working   yes           yes     yes     -       -          -       -       never   -         -
arrange_plan         working   yes           yes     yes     -       -          -       -       never   -         -
write_text           working   yes           yes     yes     shared  shared     shared  shared  never   shared    shared
write_goals          working   yes           yes     yes     shared  shared     shared  shared  never   shared    shared
write_interventions  working   yes           yes     yes     shared  shared     shared  shared  never   shared    shared
write_budget         working   yes           yes     yes     shared  shared     shared  shared  never   shared    shared
"""  # noqa: E501


REFUSALS: Mapping[Action, Verdict] = {
    Action.SEE_FEDERATION: Verdict(
        False, "Be förbundets kansli om en inbjudan.", fact="Du hör inte till förbundet"
    ),
    Action.EDIT_FEDERATION: Verdict(
        False,
        "Förbundets uppgifter sköts av förbundschefen och kansliet.",
        fact="Du kan inte ändra förbundets uppgifter",
    ),
    Action.SEE_PEOPLE: Verdict(
        False,
        "Vem som har tillgång ser kansliet och ordföranden.",
        fact="Personerna visas inte för dig",
    ),
    Action.APPOINT: Verdict(
        False,
        "Förbundschefen och ordföranden bjuder in och tar bort personer.",
        fact="Du kan inte ändra vem som har tillgång",
    ),
    Action.SEE_TRACES: Verdict(
        False,
        "Spåren läses av förbundschefen, revisorn och administratören.",
        fact="Spåren är inte öppna för dig",
    ),
    Action.CLEAR_MATERIAL: Verdict(
        False,
        "Arbetsmaterialet rensas av förbundschefen.",
        fact="Du kan inte rensa arbetsmaterialet",
    ),
    Action.SEE_LETTERS: Verdict(
        False,
        "Breven är kansliets. Fråga förbundschefen om du väntar på ett.",
        fact="Breven visas bara för kansliet",
    ),
    Action.START_PLAN: Verdict(
        False,
        "Bara kansliet kan börja en plan. Fråga förbundschefen.",
        fact="Att börja en plan är kansliets sak",
    ),
    Action.FILE_PLAN: Verdict(
        False,
        "Bara kansliet kan lägga in och ta bort tidigare planer. Fråga förbundschefen.",
        fact="Tidigare planer är kansliets sak",
    ),
    Action.READ_PLAN: Verdict(
        False,
        "Planen är ett utkast hos kansliet. Du kan läsa den när den är beslutad.",
        fact="Planen är inte beslutad än",
    ),
    Action.CHECK_PLAN: Verdict(
        False,
        "Kontrollerna är kansliets arbetsmaterial. Fråga förbundschefen om du undrar över något.",
        fact="Kontrollerna visas bara för kansliet",
    ),
    Action.SEE_HISTORY: Verdict(
        False,
        "Historiken är kansliets arbetsmaterial. Fråga förbundschefen om du undrar över något.",
        fact="Historiken visas bara för kansliet",
    ),
    Action.FOUND_FEDERATION: Verdict(
        False,
        "Bara administratören lägger till förbund. Hör av dig till den som sköter tjänsten.",
        fact="Att lägga till förbund är administratörens sak",
    ),
    Action.READ_VERSIONS: Verdict(
        False, "Be förbundets kansli om en inbjudan.", fact="Du hör inte till förbundet"
    ),
    Action.SEND_VERSION: Verdict(
        False,
        "Förbundschefen och kansliet skickar planen.",
        fact="Du kan inte skicka planen",
    ),
    Action.READ_DECISION: Verdict(
        False, "Be förbundets kansli om en inbjudan.", fact="Du hör inte till förbundet"
    ),
    Action.RECORD_DECISION: Verdict(
        False,
        "Det görs av förbundschefen och kansliet, när planen är hos styrelsen.",
        fact="Du kan inte fylla i beslutet",
    ),
    Action.APPROVE_DECISION: Verdict(
        False,
        "Det görs av ordföranden eller vice ordföranden, när planen är hos styrelsen.",
        fact="Du kan inte godkänna beslutet",
    ),
    Action.COMPLETE_DECISION: Verdict(
        False,
        "Det görs av förbundschefen och kansliet, när planen är beslutad.",
        fact="Du kan inte komplettera eller rätta beslutet",
    ),
    Action.REVISE_PLAN: Verdict(
        False,
        "Det görs av förbundschefen och kansliet, när planen är beslutad.",
        fact="Du kan inte börja revidera planen",
    ),
    Action.CANCEL_REVISION: Verdict(
        False,
        "Det görs av förbundschefen och kansliet, medan planen revideras.",
        fact="Du kan inte avbryta revideringen",
    ),
    Action.REGISTER_ANSWERS: Verdict(
        False,
        "Samrådet sköts av förbundschefen och kansliet.",
        fact="Du kan inte registrera medlemmarnas svar",
    ),
    Action.ANNOUNCE_MOTION: Verdict(
        False,
        "Yrkanden anmäls av styrelsens ledamöter, när planen är hos styrelsen.",
        fact="Du kan inte anmäla ett yrkande",
    ),
    Action.READ_MOTIONS: Verdict(
        False,
        "Anmälda yrkanden läses av ordföranden och kansliet.",
        fact="Yrkandena visas inte för dig",
    ),
    Action.STATE_OPINION: Verdict(
        False,
        "Styrelsens ledamöter yttrar sig, när planen är hos styrelsen.",
        fact="Du kan inte yttra dig",
    ),
    Action.DISPATCH_DECISION: Verdict(
        False,
        "Förbundschefen och kansliet expedierar beslutet.",
        fact="Du kan inte expediera beslutet",
    ),
    Action.PUBLISH_PLAN: Verdict(
        False,
        "Förbundschefen och kansliet publicerar planen.",
        fact="Du kan inte publicera planen",
    ),
    Action.READ_CASE_FILE: Verdict(
        False,
        "Akten hämtas av kansliet, ordföranden och revisorerna.",
        fact="Du kan inte hämta akten",
    ),
    Action.ASK: Verdict(
        False, "Be förbundets kansli om en inbjudan.", fact="Du hör inte till förbundet"
    ),
    Action.RESOLVE_QUESTIONS: Verdict(
        False,
        "Förbundschefen och kansliet markerar frågor som lösta.",
        fact="Du kan inte markera frågan som löst",
    ),
    Action.SHARE_DRAFT: Verdict(
        False,
        "Förbundschefen och kansliet delar utkastet.",
        fact="Du kan inte dela utkastet",
    ),
    Action.ARRANGE_PLAN: Verdict(
        False,
        "Planens avsnitt ordnas av förbundschefen och kansliet.",
        fact="Du kan läsa planen men inte ordna om i den",
    ),
    Action.WRITE_TEXT: Verdict(
        False,
        "Planens text skrivs av kansliet och av dem som kansliet har delat den med.",
        fact="Du kan läsa planen men inte skriva i texten",
    ),
    Action.WRITE_GOALS: Verdict(
        False,
        "Målen skrivs av kansliet och av dem som kansliet har delat dem med.",
        fact="Du kan läsa planen men inte ändra målen",
    ),
    Action.WRITE_INTERVENTIONS: Verdict(
        False,
        "Insatserna skrivs av kansliet och av dem som kansliet har delat dem med.",
        fact="Du kan läsa planen men inte ändra insatserna",
    ),
    Action.WRITE_BUDGET: Verdict(
        False,
        "Budgeten skrivs av kansliet och av dem som kansliet har delat den med.",
        fact="Du kan läsa planen men inte skriva i budgeten",
    ),
}
"""Why not, for each action, to somebody who may not."""

FORBIDDEN = Verdict(
    False,
    "En revisor granskar och kan därför inte också ändra, hur många roller personen än har.",
    fact="Du är revisor i förbundet",
)


def _rules(table: str) -> dict[tuple[Action, str], dict[Party, Cell]]:
    """The table's rows, by the plans' own states. Raises ValueError for a row with a column lost,
    and KeyError for a state that there is none of.
    """
    head, *rows = (line.split() for line in table.splitlines() if line)
    parties = [Party(name) for name in head[2:]]
    return {
        (Action(action), one): dict(zip(parties, map(Cell, cells), strict=True))
        for action, state, *cells in rows
        for one in STATES[state]
    }


RULES = _rules(TABLE)


def decide(
    action: Action, parties: Iterable[Party], state: str = ANY, *, is_shared: bool = False
) -> Verdict:
    """Whether somebody who is all of these may do it with a plan whose status is the state.

    `is_shared` says that the draft has been shared with the person for just this. What is in no
    row nobody may.
    """
    row = RULES.get((action, state), {})
    cells = {row[party] for party in parties} if row else set()
    if Cell.YES not in cells and not (is_shared and Cell.SHARED in cells):
        return REFUSALS[action]
    return FORBIDDEN if Cell.NEVER in cells else ALLOWED
