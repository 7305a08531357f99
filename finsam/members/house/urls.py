from django.urls import path

from finsam.members.house.views import auditors, board, identity, meetings, members, period, rules

HOUSE = "<slug:slug>/forbundet/"
MEMBER = f"{HOUSE}medlemmar/<uuid:key>/"
SEAT = f"{HOUSE}styrelsen/<int:pk>/"
AUDITOR = f"{HOUSE}revisorer/<int:pk>/"

urlpatterns = [
    path(HOUSE, identity.identity, name="house"),
    path(f"{HOUSE}logotyp/", identity.logo, name="house_logo"),
    path(f"{HOUSE}logotyp/byt/", identity.set_logo, name="house_set_logo"),
    path(f"{HOUSE}logotyp/ta-bort/", identity.remove_logo, name="house_remove_logo"),
    path(f"{HOUSE}medlemmar/", members.members, name="house_members"),
    path(f"{HOUSE}medlemmar/ny/", members.add_member, name="house_add_member"),
    path(MEMBER, members.member, name="house_member"),
    path(f"{MEMBER}upp/", members.move, {"step": -1}, name="house_member_up"),
    path(f"{MEMBER}ner/", members.move, {"step": 1}, name="house_member_down"),
    path(f"{MEMBER}ta-bort/", members.remove, name="house_remove_member"),
    path(f"{HOUSE}styrelsen/", board.board, name="house_board"),
    path(f"{HOUSE}styrelsen/ny-period/", period.new_period, name="house_new_period"),
    path(f"{HOUSE}styrelsen/ny/", board.add_seat, name="house_add_seat"),
    path(SEAT, board.seat, name="house_seat"),
    path(f"{SEAT}avsluta/", board.end, name="house_end_seat"),
    path(f"{SEAT}ta-bort/", board.remove_seat, name="house_remove_seat"),
    path(f"{HOUSE}revisorer/", auditors.auditors, name="house_auditors"),
    path(f"{HOUSE}revisorer/ny/", auditors.add_auditor, name="house_add_auditor"),
    path(AUDITOR, auditors.auditor, name="house_auditor"),
    path(f"{AUDITOR}ta-bort/", auditors.remove_auditor, name="house_remove_auditor"),
    path(f"{HOUSE}regler/", rules.rules, name="house_rules"),
    path(f"{HOUSE}moten/", meetings.meetings, name="house_meetings"),
    path(f"{HOUSE}moten/<int:pk>/ta-bort/", meetings.remove_meeting, name="house_remove_meeting"),
]
