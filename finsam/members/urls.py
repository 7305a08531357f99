from django.urls import path

from finsam.members import founding_views, views

urlpatterns = [
    path("logga-in/", views.sign_in, name="sign_in"),
    path("logga-ut/", views.sign_out, name="sign_out"),
    path("konto/inloggad/", views.signed_in, name="signed_in"),
    path("konto/nytt-forbund/", founding_views.new_federation, name="new_federation"),
    path("konto/farger.css", views.accents, name="accents"),
]
