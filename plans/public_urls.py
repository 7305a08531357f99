"""What everybody may read. These addresses come before those that begin with a federation's."""

from django.urls import path

from plans import views

FEDERATION = "offentligt/<slug:slug>/"
PLAN = f"{FEDERATION}<int:year>/"

urlpatterns = [
    path("offentligt/", views.public_federations, name="public_federations"),
    path(FEDERATION, views.public_federation, name="public_federation"),
    path(PLAN, views.public_plan, name="public_plan"),
    path(f"{PLAN}pdf/", views.public_pdf, name="public_pdf"),
    path(f"{PLAN}bilder/<uuid:key>/", views.public_picture, name="public_picture"),
]
