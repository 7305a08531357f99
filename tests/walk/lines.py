"""One line for each address of the product: its methods, and what it needs.

A new address wants a line here, by its name: `get`, `post` or `both`, with what it needs. That is
one of OPEN, SIGNED_IN, an action that hangs on no plan, or actions in a plan of which one is
enough. `at` fills in places of the address that PLACES does not know, `sends` is what a POST must
hold to be understood, and `is_slow` answers are asked for by the first who may have them only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from finsam.members.permissions import Action
from plans.deciding.consulting.links import token_of
from tests.walk.planted import HOUSE_PK, KEYS, OLD, OPENLY

OPEN = "open"
"""Answers without sign-in."""

SIGNED_IN = "signed in"
"""Answers whoever is signed in, with what is theirs."""

OWN = "one's own"
"""Answers with what is the person's own, and 404 to everybody else: to all who walk here."""

ADMIN = "admin:"
"""Django's admin has addresses by the score, all of them for administrators alone."""

PLACES: Mapping[str, Any] = {
    "slug": "fjallbygden",
    "year": 2025,
    "column": "budget-2025",
    "name": "budget-2025",
    "goal": KEYS["goal"],
    "line": KEYS["line"],
    "key": KEYS["text"],
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What an address takes, and what it needs: any of the actions, or OPEN, or SIGNED_IN."""

    methods: frozenset[str]
    needs: tuple[str, ...]
    at: Mapping[str, Any] = field(default_factory=dict)
    sends: Mapping[str, Any] = field(default_factory=dict)
    is_slow: bool = False


def get(*needs: str, **more: Any) -> Line:
    return Line(methods=frozenset({"GET", "HEAD"}), needs=needs, **more)


def post(*needs: str, **more: Any) -> Line:
    return Line(methods=frozenset({"POST"}), needs=needs, **more)


def both(*needs: str, **more: Any) -> Line:
    return Line(methods=frozenset({"GET", "HEAD", "POST"}), needs=needs, **more)


WRITING = (Action.WRITE_TEXT, Action.WRITE_GOALS, Action.WRITE_INTERVENTIONS, Action.WRITE_BUDGET)
EDITORS = (Action.WRITE_TEXT, Action.WRITE_INTERVENTIONS)
GOAL, INSATS, LINE, PICTURE, INVITATION = (
    {"key": KEYS[kind]} for kind in ("goal", "intervention", "line", "picture", "invitation")
)
VERSION = {"year": OLD, "number": 1}
COPY = "versioner/01-version-1.json"
PUBLIC = {"slug": OPENLY, "year": OLD}
THREAD = {"year": OLD, "key": KEYS["thread"]}
HEARD = {"member": KEYS["member"]}
LINK = {"key": KEYS["link"], "token": token_of(KEYS["link"])}
MEMBER, HELD = {"key": KEYS["member"]}, {"pk": HOUSE_PK}
UNITS = {
    "cover": Action.WRITE_TEXT,
    "text": Action.WRITE_TEXT,
    "heading": Action.WRITE_TEXT,
    "goal_map": Action.WRITE_GOALS,
    "perspective": Action.WRITE_GOALS,
    "goal": Action.WRITE_GOALS,
    "activity": Action.WRITE_GOALS,
    "indicator": Action.WRITE_GOALS,
    "intervention": Action.WRITE_INTERVENTIONS,
    "line_name": Action.WRITE_BUDGET,
    "line": Action.WRITE_BUDGET,
    "budget": Action.WRITE_BUDGET,
}
PARTS = ("perspective", "goal", "activity", "indicator")

LINES: dict[str, Line] = {
    # Signing in, and the person's own
    "sign_in": both(OPEN),
    "account_login": both(OPEN),
    "account_confirm_login_code": both(OPEN),
    "choose_person": both(OPEN),
    "mfa_login_webauthn": both(OPEN),
    "sign_out": post(OPEN),
    "account": get(SIGNED_IN),
    "end_session": post(OWN, at={"session_id": 0}),
    "end_other_sessions": post(SIGNED_IN),
    "add_passkey": both(SIGNED_IN),
    "rename_passkey": both(OWN, at={"passkey_id": 0}),
    "remove_passkey": post(OWN, at={"passkey_id": 0}),
    "signed_in": get(SIGNED_IN),
    "start": get(SIGNED_IN),
    "accents": get(OPEN),
    "accent": get(OPEN),
    "gallery": get(OPEN),
    # The product's own letters, in demo mode
    "demo_letters": get(OPEN),
    # In demo mode, which the tests run in, whoever is signed in
    "new_federation": both(SIGNED_IN),
    "invitation": get(SIGNED_IN, at=INVITATION),
    "accept_invitation": post(SIGNED_IN, at=INVITATION),
    "change_account": post(SIGNED_IN, at=INVITATION),
    # A federation
    "federation": get(Action.SEE_FEDERATION),
    "new_plan": both(Action.START_PLAN),
    "plan_from_word": both(Action.START_PLAN),
    "approve_word": post(Action.START_PLAN),
    "file_earlier": both(Action.FILE_PLAN),
    "filed_plan": get(Action.SEE_FEDERATION, at={"year": 2019}),
    "remove_earlier": both(Action.FILE_PLAN, at={"year": 2019}),
    "traces": get(Action.SEE_TRACES),
    "material": both(Action.CLEAR_MATERIAL),
    # Its people
    "people": get(Action.SEE_PEOPLE),
    "invite": both(Action.APPOINT),
    "invite_again": post(Action.APPOINT, at=INVITATION),
    "revoke_invitation": post(Action.APPOINT, at=INVITATION),
    "take_role": both(Action.APPOINT),
    "take_seat": both(Action.APPOINT),
    "take_term": both(Action.APPOINT),
    # Its letters
    "letters": get(Action.SEE_LETTERS),
    "letter": get(Action.SEE_LETTERS),
    "letter_file": get(Action.SEE_LETTERS, at={"file": HOUSE_PK}),
    "mark_letter": post(Action.SEE_LETTERS),
    "retry_letter": post(Action.SEE_LETTERS),
    # The federation's own pages
    "house": both(Action.EDIT_FEDERATION),
    "house_logo": get(Action.SEE_FEDERATION),
    "house_set_logo": post(Action.EDIT_FEDERATION),
    "house_remove_logo": post(Action.EDIT_FEDERATION),
    "house_members": get(Action.EDIT_FEDERATION),
    "house_add_member": both(Action.EDIT_FEDERATION),
    "house_member": both(Action.EDIT_FEDERATION, at=MEMBER),
    "house_member_up": post(Action.EDIT_FEDERATION, at=MEMBER),
    "house_member_down": post(Action.EDIT_FEDERATION, at=MEMBER),
    "house_remove_member": post(Action.EDIT_FEDERATION, at=MEMBER),
    "house_board": get(Action.EDIT_FEDERATION),
    "house_new_period": both(Action.EDIT_FEDERATION),
    "house_add_seat": both(Action.EDIT_FEDERATION),
    "house_seat": both(Action.EDIT_FEDERATION, at=HELD),
    "house_end_seat": both(Action.EDIT_FEDERATION, at=HELD),
    "house_remove_seat": post(Action.EDIT_FEDERATION, at=HELD),
    "house_auditors": get(Action.EDIT_FEDERATION),
    "house_add_auditor": both(Action.EDIT_FEDERATION),
    "house_auditor": both(Action.EDIT_FEDERATION, at=HELD),
    "house_remove_auditor": post(Action.EDIT_FEDERATION, at=HELD),
    "house_rules": both(Action.EDIT_FEDERATION),
    "house_meetings": both(Action.EDIT_FEDERATION),
    "house_remove_meeting": post(Action.EDIT_FEDERATION, at=HELD),
    "house_checks": both(Action.EDIT_FEDERATION),
    "house_share_key": get(Action.EDIT_FEDERATION),
    # A plan to read
    "plan": get(Action.READ_PLAN),
    "plan_pdf": get(Action.READ_PLAN, is_slow=True),
    "comparison": get(Action.READ_PLAN),
    "comparison_pdf": get(Action.READ_PLAN, is_slow=True),
    "plan_word": get(Action.READ_PLAN, is_slow=True),
    "plan_excel": get(Action.READ_PLAN, is_slow=True),
    "picture": get(Action.READ_PLAN, at=PICTURE),
    "read_text": get(Action.READ_PLAN),
    "read_title": get(Action.READ_PLAN),
    "paper": get(Action.READ_PLAN),
    "findings": get(Action.CHECK_PLAN),
    "rail_findings": get(Action.CHECK_PLAN),
    "history": get(Action.SEE_HISTORY),
    "history_rail": get(Action.SEE_HISTORY),
    "bin": get(Action.SEE_HISTORY),
    # Versions and questions, of the plan that is in force
    "version": get(Action.READ_VERSIONS, at=VERSION),
    "version_pdf": get(Action.READ_VERSIONS, at=VERSION),
    "version_picture": get(Action.READ_VERSIONS, at=VERSION | PICTURE),
    "read_version": post(Action.READ_VERSIONS, at=VERSION),
    "ask_version": both(Action.ASK, at=VERSION),
    "answer_question": post(Action.ASK, at=THREAD),
    "resolve_question": post(Action.RESOLVE_QUESTIONS, at=THREAD),
    "reopen_question": post(Action.RESOLVE_QUESTIONS, at=THREAD),
    "versions": get(Action.READ_VERSIONS),
    "send_consultation": both(Action.SEND_VERSION),
    "consultation": get(Action.READ_VERSIONS),
    "consultation_pdf": get(Action.READ_VERSIONS, is_slow=True),
    "answer_file": get(Action.READ_VERSIONS, at={"year": OLD, **HELD}),
    "register_consultation": both(Action.REGISTER_ANSWERS),
    "register_answer": both(Action.REGISTER_ANSWERS, at=HEARD),
    "remind_members": post(Action.REGISTER_ANSWERS),
    "send_link": post(Action.REGISTER_ANSWERS, at=HEARD),
    "revoke_link": post(Action.REGISTER_ANSWERS, at=HEARD),
    # A member's link, which whoever has it may open
    "consultation_link": both(OPEN, at=LINK),
    "consultation_link_pdf": get(OPEN, at=LINK),
    "send_to_board": both(Action.SEND_VERSION),
    # Before the board's meeting; what has been sent to it is of the plan that is in force
    "board": get(Action.READ_VERSIONS),
    "board_papers": get(Action.READ_VERSIONS, at=VERSION),
    "resolutions_text": get(Action.READ_VERSIONS, at={"year": OLD}),
    "missive": both(Action.SEND_VERSION),
    "papers_preview": get(Action.SEND_VERSION, is_slow=True),
    "announce_motion": both(Action.ANNOUNCE_MOTION),
    "withdraw_motion": post(OWN, at={"year": OLD, **HELD}),
    "state_opinion": post(Action.STATE_OPINION),
    # The workflow; what is before the board has addresses that answer in that state alone
    "take_back": both(Action.SEND_VERSION),
    "decision": get(Action.READ_DECISION),
    "decision_file": get(Action.READ_DECISION, at={"year": OLD, **HELD}),
    "write_record": both(Action.RECORD_DECISION),
    "decision_pdf": get(Action.RECORD_DECISION, Action.APPROVE_DECISION),
    "approve_decision": both(Action.APPROVE_DECISION),
    "register_decision": both(Action.RECORD_DECISION),
    "complete_decision": both(Action.COMPLETE_DECISION),
    "correct_decision": both(Action.COMPLETE_DECISION),
    "revise": post(Action.REVISE_PLAN),
    "cancel_revision": both(Action.CANCEL_REVISION),
    "questions": get(Action.ASK),
    "ask_draft": both(Action.READ_PLAN),
    # What is decided goes out, and its case file
    "dispatch": both(Action.DISPATCH_DECISION),
    "post_notice": both(Action.COMPLETE_DECISION),
    "publish": both(Action.PUBLISH_PLAN),
    "take_down": both(Action.PUBLISH_PLAN),
    "case_file": get(Action.READ_CASE_FILE),
    "case_file_zip": get(Action.READ_CASE_FILE),
    "case_file_copy": get(Action.READ_CASE_FILE, at={"year": OLD, "path": COPY}),
    # For everybody
    "public_federations": get(OPEN),
    "public_federation": get(OPEN, at=PUBLIC),
    "public_plan": get(OPEN, at=PUBLIC),
    "public_pdf": get(OPEN, at=PUBLIC),
    "public_picture": get(OPEN, at=PUBLIC | PICTURE),
    # A draft that is shared
    "sharing": both(Action.SHARE_DRAFT),
    "change_sharing": both(Action.SHARE_DRAFT),
    "end_sharing": post(Action.SHARE_DRAFT),
    # Its sections; a change that is somebody else's is the office's to take back
    "undo": post(Action.ARRANGE_PLAN),
    "restore": post(Action.ARRANGE_PLAN),
    "add_section": post(Action.ARRANGE_PLAN),
    "set_numbering": post(Action.ARRANGE_PLAN),
    "move_section": post(Action.ARRANGE_PLAN),
    "set_appendix": post(Action.ARRANGE_PLAN),
    "tick_section": post(Action.ARRANGE_PLAN),
    "section_options": both(Action.ARRANGE_PLAN),
    "remove_section": post(Action.ARRANGE_PLAN),
    "goal_layout": post(Action.ARRANGE_PLAN, sends={"layout": "list", "avsnitt": KEYS["goals"]}),
    "add_goals_section": post(Action.ARRANGE_PLAN),
    "add_insatser_section": post(Action.ARRANGE_PLAN),
    "add_budget_section": post(Action.ARRANGE_PLAN),
    # Writing
    "presence": post(*WRITING),
    "paste": post(*EDITORS),
    "add_picture": post(*EDITORS),
    "figures": get(*EDITORS),
    "write_text": get(Action.WRITE_TEXT),
    "write_title": get(Action.WRITE_TEXT),
    "last_years_text": post(Action.WRITE_TEXT),
    "goals": get(Action.WRITE_GOALS),
    "goal_preview": get(Action.WRITE_GOALS),
    "add_perspective": post(Action.WRITE_GOALS),
    "add_goal": post(Action.WRITE_GOALS),
    "read_goal": get(Action.WRITE_GOALS, at=GOAL),
    "write_goal": get(Action.WRITE_GOALS, at=GOAL),
    "place_goal": post(Action.WRITE_GOALS, at=GOAL),
    "add_activity": post(Action.WRITE_GOALS, at=GOAL),
    "add_indicator": post(Action.WRITE_GOALS, at=GOAL),
    "interventions": get(Action.WRITE_INTERVENTIONS),
    "add_intervention": post(Action.WRITE_INTERVENTIONS, sends={"level": "individual"}),
    "read_intervention": get(Action.WRITE_INTERVENTIONS, at=INSATS),
    "write_intervention": get(Action.WRITE_INTERVENTIONS, at=INSATS),
    "move_intervention": post(Action.WRITE_INTERVENTIONS, at=INSATS, sends={"at": "upp"}),
    "remove_intervention": post(Action.WRITE_INTERVENTIONS, at=INSATS),
    "serve_goal": post(Action.WRITE_INTERVENTIONS, at=INSATS),
    "pay_line": post(Action.WRITE_INTERVENTIONS, at=INSATS),
    "budget": get(Action.WRITE_BUDGET),
    "budget_act": post(Action.WRITE_BUDGET, sends={"does": f"after/{KEYS['line']}"}),
    "begin_budget": post(Action.WRITE_BUDGET),
    "budget_news": get(Action.WRITE_BUDGET),
    "budget_paste": both(Action.WRITE_BUDGET),
    "budget_settings": both(Action.WRITE_BUDGET),
    "budget_add_column": both(Action.WRITE_BUDGET),
    "budget_column": both(Action.WRITE_BUDGET),
    "budget_line": get(Action.WRITE_BUDGET, at=LINE),
    "tie_line": post(Action.WRITE_BUDGET, at=LINE),
    "save_cell": post(Action.WRITE_BUDGET, at=LINE),
    "compare_cell": post(Action.WRITE_BUDGET, at=LINE),
    **{f"save_{kind}": post(need, at={"key": KEYS[kind]}) for kind, need in UNITS.items()},
    **{f"compare_{kind}": post(need, at={"key": KEYS[kind]}) for kind, need in UNITS.items()},
    **{
        f"move_{kind}": post(Action.WRITE_GOALS, at={"key": KEYS[kind]}, sends={"at": "upp"})
        for kind in PARTS
    },
    **{f"remove_{kind}": post(Action.WRITE_GOALS, at={"key": KEYS[kind]}) for kind in PARTS},
}
