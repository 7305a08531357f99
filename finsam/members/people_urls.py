from django.urls import path

from finsam.members import invitation_views, inviting_views, people_views

PEOPLE = "<slug:slug>/personer/"
INVITATION = f"{PEOPLE}inbjudan/<uuid:key>/"
MINE = "konto/inbjudan/<uuid:key>/"
TAKEN = {"role": "roll", "seat": "plats", "term": "uppdrag"}

urlpatterns = [
    path(PEOPLE, people_views.people, name="people"),
    path(f"{PEOPLE}bjud-in/", inviting_views.invite_person, name="invite"),
    path(f"{INVITATION}skicka-igen/", inviting_views.send_again, name="invite_again"),
    path(f"{INVITATION}aterkalla/", inviting_views.take_back, name="revoke_invitation"),
    *(
        path(
            f"{PEOPLE}{word}/<int:pk>/ta-bort/",
            people_views.take_away,
            {"kind": kind},
            name=f"take_{kind}",
        )
        for kind, word in TAKEN.items()
    ),
    path(MINE, invitation_views.invitation, name="invitation"),
    path(f"{MINE}tacka-ja/", invitation_views.accept_invitation, name="accept_invitation"),
    path(f"{MINE}byt-konto/", invitation_views.change_account, name="change_account"),
]
