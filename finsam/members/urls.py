from django.urls import path

from finsam.members import founding_views, letters_views, views

urlpatterns = [
    path("logga-in/", views.sign_in, name="sign_in"),
    path("logga-ut/", views.sign_out, name="sign_out"),
    path("konto/inloggad/", views.signed_in, name="signed_in"),
    path("konto/nytt-forbund/", founding_views.new_federation, name="new_federation"),
    path("konto/farger.css", views.accents, name="accents"),
    path("konto/utkorg/", letters_views.demo_letters, name="demo_letters"),
    path("<slug:slug>/utkorg/", letters_views.letters, name="letters"),
    path("<slug:slug>/utkorg/<int:pk>/", letters_views.letter, name="letter"),
    path("<slug:slug>/utkorg/<int:pk>/skickat/", letters_views.mark_letter, name="mark_letter"),
    path("<slug:slug>/utkorg/<int:pk>/igen/", letters_views.retry_letter, name="retry_letter"),
]
