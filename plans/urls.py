from django.urls import path

from plans import views

PLAN = "<slug:slug>/<int:year>/"
SECTION = f"{PLAN}avsnitt/<uuid:key>/"
VERSION = f"{PLAN}versioner/<int:number>/"
CELL = f"{PLAN}budget/<uuid:key>/<slug:column>/"

UNITS = {
    "cover": "titel/",
    "text": "text/<uuid:key>/",
    "heading": "text/<uuid:key>/rubrik/",
    "goal_map": "mal/",
    "perspective": "mal/perspektiv/<uuid:key>/",
    "goal": "mal/<uuid:key>/",
    "activity": "mal/aktivitet/<uuid:key>/",
    "indicator": "mal/matt/<uuid:key>/",
    "intervention": "insatser/<uuid:key>/",
    "line_name": "budget/rad/<uuid:key>/namn/",
    "line": "budget/rad/<uuid:key>/",
    "budget": "budget/rubrik/",
}
"""Where each unit that is saved by itself has its addresses."""

GOAL_PARTS = ("perspective", "goal", "activity", "indicator")

urlpatterns = [
    path("", views.start, name="start"),
    path("galleri/", views.gallery, name="gallery"),
    path("<slug:slug>/", views.federation, name="federation"),
    path("<slug:slug>/ny-plan/", views.new_plan, name="new_plan"),
    path("<slug:slug>/ny-plan/word/", views.plan_from_word, name="plan_from_word"),
    path("<slug:slug>/ny-plan/word/godkann/", views.approve_word, name="approve_word"),
    path("<slug:slug>/tidigare-plan/", views.file_earlier, name="file_earlier"),
    path("<slug:slug>/tidigare/<int:year>/", views.filed_plan, name="filed_plan"),
    path("<slug:slug>/tidigare/<int:year>/ta-bort/", views.remove_earlier, name="remove_earlier"),
    path("<slug:slug>/spar/", views.traces, name="traces"),
    path("<slug:slug>/arbetsmaterial/", views.material, name="material"),
    path("<slug:slug>/forbundet/kontroller/", views.house_checks, name="house_checks"),
    path("<slug:slug>/forbundet/nyckel/", views.house_share_key, name="house_share_key"),
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}pdf/", views.pdf, name="plan_pdf"),
    path(f"{PLAN}word/", views.word, name="plan_word"),
    path(f"{PLAN}excel/", views.excel, name="plan_excel"),
    path(f"{PLAN}jamfor/", views.comparison, name="comparison"),
    path(f"{PLAN}jamfor/pdf/", views.comparison_file, name="comparison_pdf"),
    path(f"{PLAN}kontroller/", views.findings, name="findings"),
    path(f"{PLAN}bilder/<uuid:key>/", views.picture, name="picture"),
    path(f"{PLAN}text/<uuid:key>/", views.read_text, name="read_text"),
    path(f"{PLAN}text/<uuid:key>/skriv/", views.write_text, name="write_text"),
    path(f"{PLAN}bilder/", views.add_picture, name="add_picture"),
    path(f"{PLAN}titel/", views.read_title, name="read_title"),
    path(f"{PLAN}titel/skriv/", views.write_title, name="write_title"),
    path(f"{PLAN}kontroller/rad/", views.rail_findings, name="rail_findings"),
    path(f"{PLAN}avsnitt/", views.paper, name="paper"),
    path(f"{PLAN}avsnitt/lagg-till/", views.add_section, name="add_section"),
    path(f"{PLAN}avsnitt/numrering/", views.set_numbering, name="set_numbering"),
    path(f"{SECTION}flytta/", views.move_section, name="move_section"),
    path(f"{SECTION}bilaga/", views.set_appendix, name="set_appendix"),
    path(f"{SECTION}klart/", views.tick_section, name="tick_section"),
    path(f"{SECTION}installningar/", views.section_options, name="section_options"),
    path(f"{SECTION}ta-bort/", views.remove_section, name="remove_section"),
    path(f"{SECTION}forra-arets-text/", views.last_years_text, name="last_years_text"),
    path(f"{PLAN}versioner/", views.versions, name="versions"),
    path(f"{PLAN}samrad/skicka/", views.send_consultation, name="send_consultation"),
    path(f"{PLAN}styrelsen/", views.board, name="board"),
    path(f"{PLAN}styrelsen/missiv/", views.missive, name="missive"),
    path(f"{PLAN}styrelsen/underlag/", views.papers_preview, name="papers_preview"),
    path(f"{PLAN}styrelsen/underlag/<int:number>/", views.board_papers, name="board_papers"),
    path(f"{PLAN}styrelsen/att-satser.txt", views.resolutions_text, name="resolutions_text"),
    path(f"{PLAN}styrelsen/yrkande/", views.announce_motion, name="announce_motion"),
    path(
        f"{PLAN}styrelsen/yrkande/<int:pk>/aterta/", views.withdraw_motion, name="withdraw_motion"
    ),
    path(f"{PLAN}styrelsen/yttrande/", views.state_opinion, name="state_opinion"),
    path(f"{PLAN}styrelsen/skicka/", views.send_to_board, name="send_to_board"),
    path(f"{PLAN}ta-tillbaka/", views.take_back, name="take_back"),
    path(f"{PLAN}beslut/", views.decision, name="decision"),
    path(f"{PLAN}beslut/uppgifter/", views.write_record, name="write_record"),
    path(f"{PLAN}beslut/pdf/", views.decision_pdf, name="decision_pdf"),
    path(f"{PLAN}beslut/godkann/", views.approve_decision, name="approve_decision"),
    path(f"{PLAN}beslut/registrera/", views.register_decision, name="register_decision"),
    path(f"{PLAN}beslut/komplettera/", views.complete_decision, name="complete_decision"),
    path(f"{PLAN}beslut/ratta/", views.correct_decision, name="correct_decision"),
    path(f"{PLAN}beslut/fil/<int:pk>/", views.decision_file, name="decision_file"),
    path(f"{PLAN}revidera/", views.revise, name="revise"),
    path(f"{PLAN}revidera/avbryt/", views.cancel_revision, name="cancel_revision"),
    path(f"{VERSION}", views.version, name="version"),
    path(f"{VERSION}pdf/", views.version_pdf, name="version_pdf"),
    path(f"{VERSION}bilder/<uuid:key>/", views.version_picture, name="version_picture"),
    path(f"{VERSION}last/", views.read_version, name="read_version"),
    path(f"{VERSION}fraga/<uuid:key>/", views.ask_version, name="ask_version"),
    path(f"{PLAN}fraga/<uuid:key>/", views.ask_draft, name="ask_draft"),
    path(f"{PLAN}fragor/", views.questions, name="questions"),
    path(f"{PLAN}fragor/<uuid:key>/svara/", views.answer_question, name="answer_question"),
    path(f"{PLAN}fragor/<uuid:key>/los/", views.resolve_question, name="resolve_question"),
    path(f"{PLAN}fragor/<uuid:key>/oppna/", views.reopen_question, name="reopen_question"),
    path(f"{PLAN}historik/", views.history, name="history"),
    path(f"{PLAN}historik/rad/", views.history_rail, name="history_rail"),
    path(f"{PLAN}historik/<int:pk>/angra/", views.undo_change, name="undo"),
    path(f"{PLAN}historik/<int:pk>/aterstall/", views.restore_change, name="restore"),
    path(f"{PLAN}papperskorg/", views.plan_bin, name="bin"),
    path(f"{PLAN}dela/", views.sharing, name="sharing"),
    path(f"{PLAN}dela/<int:pk>/", views.change_sharing, name="change_sharing"),
    path(f"{PLAN}dela/<int:pk>/sluta/", views.end_sharing, name="end_sharing"),
    path(f"{PLAN}siffror/", views.figures, name="figures"),
    path(f"{PLAN}narvaro/", views.presence, name="presence"),
    path(f"{PLAN}klistra-in/", views.paste, name="paste"),
    path(f"{PLAN}mal/", views.goals, name="goals"),
    path(f"{PLAN}mal/visning/", views.goal_preview, name="goal_preview"),
    path(f"{PLAN}mal/form/", views.goal_layout, name="goal_layout"),
    path(f"{PLAN}mal/avsnitt/", views.add_goals_section, name="add_goals_section"),
    path(f"{PLAN}mal/perspektiv/", views.add_perspective, name="add_perspective"),
    path(f"{PLAN}mal/nytt/", views.add_goal, name="add_goal"),
    path(f"{PLAN}mal/<uuid:key>/", views.read_goal, name="read_goal"),
    path(f"{PLAN}mal/<uuid:key>/skriv/", views.write_goal, name="write_goal"),
    path(f"{PLAN}mal/<uuid:key>/till/", views.place_goal, name="place_goal"),
    path(f"{PLAN}mal/<uuid:key>/aktivitet/", views.add_activity, name="add_activity"),
    path(f"{PLAN}mal/<uuid:key>/matt/", views.add_indicator, name="add_indicator"),
    *(
        path(f"{PLAN}{UNITS[kind]}flytta/", views.move_part, {"kind": kind}, name=f"move_{kind}")
        for kind in GOAL_PARTS
    ),
    *(
        path(f"{PLAN}{UNITS[kind]}bort/", views.remove_part, {"kind": kind}, name=f"remove_{kind}")
        for kind in GOAL_PARTS
    ),
    path(f"{PLAN}insatser/", views.interventions_page, name="interventions"),
    path(f"{PLAN}insatser/ny/", views.add_intervention, name="add_intervention"),
    path(f"{PLAN}insatser/avsnitt/", views.add_interventions_section, name="add_insatser_section"),
    path(f"{PLAN}insatser/<uuid:key>/", views.read_intervention, name="read_intervention"),
    path(f"{PLAN}insatser/<uuid:key>/skriv/", views.write_intervention, name="write_intervention"),
    path(f"{PLAN}insatser/<uuid:key>/flytta/", views.move_intervention, name="move_intervention"),
    path(f"{PLAN}insatser/<uuid:key>/bort/", views.remove_intervention, name="remove_intervention"),
    path(f"{PLAN}insatser/<uuid:key>/mal/<uuid:goal>/", views.serve_goal, name="serve_goal"),
    path(f"{PLAN}insatser/<uuid:key>/rad/<uuid:line>/", views.pay_line, name="pay_line"),
    path(f"{PLAN}budget/", views.budget_page, name="budget"),
    path(f"{PLAN}budget/gor/", views.budget_act, name="budget_act"),
    path(f"{PLAN}budget/borja/", views.begin_budget, name="begin_budget"),
    path(f"{PLAN}budget/avsnitt/", views.add_budget_section, name="add_budget_section"),
    path(f"{PLAN}budget/nytt/", views.budget_news, name="budget_news"),
    path(f"{PLAN}budget/klistra-in/", views.budget_paste, name="budget_paste"),
    path(f"{PLAN}budget/visning/", views.budget_settings, name="budget_settings"),
    path(f"{PLAN}budget/kolumn/", views.budget_add_column, name="budget_add_column"),
    path(f"{PLAN}budget/kolumn/<slug:name>/", views.budget_column, name="budget_column"),
    path(f"{PLAN}budget/rad/<uuid:key>/", views.budget_line, name="budget_line"),
    path(f"{PLAN}budget/rad/<uuid:key>/knyt/", views.tie_line, name="tie_line"),
    path(f"{CELL}spara/", views.save_cell, name="save_cell"),
    path(f"{CELL}jamfor/", views.compare_cell, name="compare_cell"),
    *(
        path(f"{PLAN}{place}spara/", views.save, {"kind": kind}, name=f"save_{kind}")
        for kind, place in UNITS.items()
    ),
    *(
        path(f"{PLAN}{place}jamfor/", views.compare, {"kind": kind}, name=f"compare_{kind}")
        for kind, place in UNITS.items()
    ),
]
