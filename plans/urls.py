from django.urls import path

from plans import views

PLAN = "<slug:slug>/<int:year>/"
SECTION = f"{PLAN}avsnitt/<uuid:key>/"

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
}
"""Where each unit that is saved by itself has its addresses."""

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
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}pdf/", views.pdf, name="plan_pdf"),
    path(f"{PLAN}word/", views.word, name="plan_word"),
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
    path(f"{PLAN}siffror/", views.figures, name="figures"),
    path(f"{PLAN}narvaro/", views.presence, name="presence"),
    path(f"{PLAN}klistra-in/", views.paste, name="paste"),
    *(
        path(f"{PLAN}{place}spara/", views.save, {"kind": kind}, name=f"save_{kind}")
        for kind, place in UNITS.items()
    ),
    *(
        path(f"{PLAN}{place}jamfor/", views.compare, {"kind": kind}, name=f"compare_{kind}")
        for kind, place in UNITS.items()
    ),
]
