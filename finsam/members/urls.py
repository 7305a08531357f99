from django.urls import path

from finsam.members import (
    account_views,
    founding_views,
    letters_views,
    passkey_views,
    sign_in_views,
    views,
)

urlpatterns = [
    path("logga-in/", sign_in_views.sign_in, name="sign_in"),
    # The same pages by the names that allauth has for them.
    path("logga-in/", sign_in_views.sign_in, name="account_login"),
    path("logga-in/kod/", sign_in_views.confirm_code, name="account_confirm_login_code"),
    path("logga-in/vem/", sign_in_views.choose_person, name="choose_person"),
    path("logga-in/passkey/", passkey_views.show_passkey, name="mfa_login_webauthn"),
    path("logga-ut/", views.sign_out, name="sign_out"),
    path("konto/", account_views.account, name="account"),
    path(
        "konto/sessioner/<int:session_id>/logga-ut/", account_views.end_session, name="end_session"
    ),
    path(
        "konto/sessioner/logga-ut-andra/",
        account_views.end_other_sessions,
        name="end_other_sessions",
    ),
    path("konto/passkeys/ny/", passkey_views.add_passkey, name="add_passkey"),
    path("konto/passkeys/<int:passkey_id>/", passkey_views.rename_passkey, name="rename_passkey"),
    path(
        "konto/passkeys/<int:passkey_id>/ta-bort/",
        passkey_views.remove_passkey,
        name="remove_passkey",
    ),
    path("konto/inloggad/", views.signed_in, name="signed_in"),
    path("konto/nytt-forbund/", founding_views.new_federation, name="new_federation"),
    path("konto/farger.css", views.accents, name="accents"),
    path("konto/utkorg/", letters_views.demo_letters, name="demo_letters"),
    path("<slug:slug>/utkorg/", letters_views.letters, name="letters"),
    path("<slug:slug>/utkorg/<int:pk>/", letters_views.letter, name="letter"),
    path(
        "<slug:slug>/utkorg/<int:pk>/fil/<int:file>/",
        letters_views.letter_file,
        name="letter_file",
    ),
    path("<slug:slug>/utkorg/<int:pk>/skickat/", letters_views.mark_letter, name="mark_letter"),
    path("<slug:slug>/utkorg/<int:pk>/igen/", letters_views.retry_letter, name="retry_letter"),
]
