from plans.views.board import board, board_papers, resolutions_text
from plans.views.budget import add_budget_section, begin_budget, budget_act, budget_page
from plans.views.budget_column import budget_add_column, budget_column
from plans.views.budget_line import budget_line, tie_line
from plans.views.budget_paste import budget_paste
from plans.views.budget_settings import budget_settings
from plans.views.casefile import case_file, case_file_copy, case_file_zip
from plans.views.cells import budget_news, compare_cell, save_cell
from plans.views.comparing import comparison, comparison_file
from plans.views.consultation_link import consultation_link, consultation_link_pdf
from plans.views.consulting import answer_file, consultation, consultation_file
from plans.views.consulting_acts import remind_members, revoke_link, send_link
from plans.views.deciding import (
    approve_decision,
    decision,
    decision_file,
    decision_pdf,
    register_decision,
    write_record,
)
from plans.views.dispatching import dispatch, post_notice
from plans.views.earlier import last_years_text
from plans.views.figures import figures
from plans.views.files import excel, pdf, word
from plans.views.filing import file_earlier, filed_plan, remove_earlier
from plans.views.findings import findings, rail_findings
from plans.views.following import (
    cancel_revision,
    complete_decision,
    correct_decision,
    revise,
    take_back,
)
from plans.views.from_word import approve_word, plan_from_word
from plans.views.gallery import gallery
from plans.views.goal_parts import (
    add_activity,
    add_goal,
    add_indicator,
    add_perspective,
    move_part,
    place_goal,
    remove_part,
)
from plans.views.goals import (
    add_goals_section,
    goal_layout,
    goal_preview,
    goals,
    read_goal,
    write_goal,
)
from plans.views.history import history, history_rail, plan_bin, restore_change, undo_change
from plans.views.house import house_checks, house_share_key
from plans.views.interventions import (
    add_intervention,
    add_interventions_section,
    interventions_page,
    move_intervention,
    pay_line,
    read_intervention,
    remove_intervention,
    serve_goal,
    write_intervention,
)
from plans.views.material import material
from plans.views.missive import missive, papers_preview
from plans.views.motions import announce_motion, withdraw_motion
from plans.views.outlining import (
    add_section,
    move_section,
    paper,
    remove_section,
    set_appendix,
    set_numbering,
    tick_section,
)
from plans.views.pictures import add_picture, picture
from plans.views.presence import presence
from plans.views.public import (
    public_federation,
    public_federations,
    public_pdf,
    public_picture,
    public_plan,
)
from plans.views.publishing import publish, take_down
from plans.views.questions import (
    answer_question,
    ask_draft,
    ask_version,
    questions,
    reopen_question,
    resolve_question,
)
from plans.views.reading import federation, plan, start
from plans.views.registering import register_answer, register_consultation
from plans.views.saving import compare, save
from plans.views.section_options import section_options
from plans.views.sending import send_consultation, send_to_board
from plans.views.sharing import change_sharing, end_sharing, sharing
from plans.views.starting import new_plan
from plans.views.statements import state_opinion
from plans.views.texts import paste, read_text, write_text
from plans.views.titles import read_title, write_title
from plans.views.traces import traces
from plans.views.versions import (
    read_version,
    version,
    version_pdf,
    version_picture,
    versions,
)

__all__ = [
    "add_activity",
    "add_budget_section",
    "add_goal",
    "add_goals_section",
    "add_indicator",
    "add_intervention",
    "add_interventions_section",
    "add_perspective",
    "add_picture",
    "add_section",
    "announce_motion",
    "answer_file",
    "answer_question",
    "approve_decision",
    "approve_word",
    "ask_draft",
    "ask_version",
    "begin_budget",
    "board",
    "board_papers",
    "budget_act",
    "budget_add_column",
    "budget_column",
    "budget_line",
    "budget_news",
    "budget_page",
    "budget_paste",
    "budget_settings",
    "cancel_revision",
    "case_file",
    "case_file_copy",
    "case_file_zip",
    "change_sharing",
    "compare",
    "compare_cell",
    "comparison",
    "comparison_file",
    "complete_decision",
    "consultation",
    "consultation_file",
    "consultation_link",
    "consultation_link_pdf",
    "correct_decision",
    "decision",
    "decision_file",
    "decision_pdf",
    "dispatch",
    "end_sharing",
    "excel",
    "federation",
    "figures",
    "file_earlier",
    "filed_plan",
    "findings",
    "gallery",
    "goal_layout",
    "goal_preview",
    "goals",
    "history",
    "history_rail",
    "house_checks",
    "house_share_key",
    "interventions_page",
    "last_years_text",
    "material",
    "missive",
    "move_intervention",
    "move_part",
    "move_section",
    "new_plan",
    "paper",
    "papers_preview",
    "paste",
    "pay_line",
    "pdf",
    "picture",
    "place_goal",
    "plan",
    "plan_bin",
    "plan_from_word",
    "post_notice",
    "presence",
    "public_federation",
    "public_federations",
    "public_pdf",
    "public_picture",
    "public_plan",
    "publish",
    "questions",
    "rail_findings",
    "read_goal",
    "read_intervention",
    "read_text",
    "read_title",
    "read_version",
    "register_answer",
    "register_consultation",
    "register_decision",
    "remind_members",
    "remove_earlier",
    "remove_intervention",
    "remove_part",
    "remove_section",
    "reopen_question",
    "resolutions_text",
    "resolve_question",
    "restore_change",
    "revise",
    "revoke_link",
    "save",
    "save_cell",
    "section_options",
    "send_consultation",
    "send_link",
    "send_to_board",
    "serve_goal",
    "set_appendix",
    "set_numbering",
    "sharing",
    "start",
    "state_opinion",
    "take_back",
    "take_down",
    "tick_section",
    "tie_line",
    "traces",
    "undo_change",
    "version",
    "version_pdf",
    "version_picture",
    "versions",
    "withdraw_motion",
    "word",
    "write_goal",
    "write_intervention",
    "write_record",
    "write_text",
    "write_title",
]
