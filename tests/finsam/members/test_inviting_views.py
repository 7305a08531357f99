"""Bjud in, skicka igen, återkalla."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from finsam.federations.models import Federation
from finsam.letters.models import Letter
from finsam.members.access import standing
from finsam.members.models import Invitation, User
from tests import factories
from tests.plans.views.html import tags, text

pytestmark = pytest.mark.django_db

PEOPLE = "/fjallbygden/personer/"
INVITE = f"{PEOPLE}bjud-in/"


@pytest.fixture
def here() -> Federation:
    return factories.federation()


@pytest.fixture
def chief(client: Client, here: Federation) -> Client:
    return factories.signed_in(client, "chief", here)


def invite(
    client: Client, target: str, name: str = "Anna Berg", email: str = "anna@berg.se"
) -> Any:
    return client.post(INVITE, {"target": target, "name": name, "email": email}, follow=True)


def address(invitation: Invitation, verb: str) -> str:
    return f"/fjallbygden/personer/inbjudan/{invitation.key}/{verb}/"


def test_somebody_is_invited_and_has_no_rights_yet(chief: Client, here: Federation) -> None:
    page = invite(chief, "economist")
    assert page.redirect_chain == [(PEOPLE, 302)]
    user = User.objects.get(email="anna@berg.se")
    assert (user.name, user.has_usable_password()) == ("Anna Berg", False)
    assert not standing(user, here).belongs
    [invitation] = here.invitations.all()
    assert (invitation.user, invitation.role, invitation.member) == (user, "economist", None)
    assert invitation.expires_at - invitation.sent_at == timedelta(days=14)
    until = timezone.localdate() + timedelta(days=14)
    assert f"Väntar på svar till {until}" in text(page)


def test_the_letter_says_who_to_what_how_and_until_when(chief: Client, here: Federation) -> None:
    invite(chief, "preparation", email="Anna@Berg.SE")
    letter, invitation = Letter.objects.get(), Invitation.objects.get()
    assert (letter.kind, letter.to_address, letter.to_name) == (
        "invitation",
        "anna@berg.se",
        "Anna Berg",
    )
    assert (letter.federation, letter.is_secret) == (here, False)
    assert letter.subject == "Inbjudan till Samordningsförbundet Fjallbygden"
    until = timezone.localdate() + timedelta(days=14)
    assert letter.body == (
        "Hej Anna Berg,\n\n"
        "chief@fjallbygden.se bjuder in dig till Samordningsförbundet Fjallbygden. "
        "När du har tackat ja är du med i beredningsgruppen.\n\n"
        f"Öppna länken och tacka ja senast {date_format(until)}. Du loggar in med den här "
        "e-postadressen, anna@berg.se, och en kod som du får i ett brev. "
        "Du behöver inget lösenord.\n\n"
        f"http://testserver/konto/inbjudan/{invitation.key}/\n\n"
        "Om du inte väntar dig inbjudan behöver du inte göra något. Du har ingen tillgång förrän "
        "du tackar ja.\n\n"
        "Hälsningar\nSamordningsförbundet Fjallbygden\n"
    )


@pytest.mark.parametrize("role", ["chief", "staff", "economist", "preparation", "board", "auditor"])
def test_each_role_can_be_invited(chief: Client, here: Federation, role: str) -> None:
    invite(chief, role)
    assert [each.role for each in here.invitations.all()] == [role]


def test_a_representative_is_for_a_member(chief: Client, here: Federation) -> None:
    member = factories.member(here)
    page = invite(chief, f"medlem-{member.pk}")
    assert "Medlemsrepresentant för Bergs kommun" in text(page)
    [invitation] = here.invitations.all()
    assert (invitation.role, invitation.member) == ("member", member)


def test_a_seats_holder_need_not_be_named_again(chief: Client, here: Federation) -> None:
    seat = factories.seat(factories.member(here), holder="Bo Dal", office="chair")
    page = invite(chief, f"plats-{seat.pk}", name="")
    assert "Bo Dal anna@berg.se Ordförande i styrelsen för Bergs kommun." in text(page)
    [invitation] = here.invitations.all()
    assert (invitation.seat, invitation.role, invitation.user.name) == (seat, "", "Bo Dal")


def test_an_auditor_can_be_invited_to_a_term(chief: Client, here: Federation) -> None:
    term = factories.term(here)
    invite(chief, f"uppdrag-{term.pk}", name="")
    [invitation] = here.invitations.all()
    assert (invitation.term, invitation.role, invitation.user.name) == (term, "", "Rut Ek")


def test_the_page_begins_with_the_seat_that_was_chosen(chief: Client, here: Federation) -> None:
    seat = factories.seat(factories.member(here), holder="Bo Dal")
    page = chief.get(INVITE, {"som": f"plats-{seat.pk}"}).content.decode()
    found = {a.get("name"): a.get("value") for tag, a in tags(page) if tag == "input"}
    assert found["name"] == "Bo Dal"
    selected = [a["value"] for tag, a in tags(page) if tag == "option" and "selected" in a]
    assert selected == [f"plats-{seat.pk}"]


def test_what_is_not_there_to_choose_is_not_chosen(chief: Client) -> None:
    page = chief.get(INVITE, {"som": "plats-99"}).content.decode()
    selected = [a["value"] for tag, a in tags(page) if tag == "option" and "selected" in a]
    assert (selected or [""]) == [""]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"email": ""}, "Skriv personens e-postadress."),
        ({"email": "anna"}, "Skriv adressen som namn@kommun.se."),
        ({"email": "a@b.se\nBcc: x@y.se"}, "Skriv adressen som namn@kommun.se."),
        ({"email": f"{'a' * 60}@{'b' * 200}.se"}, "Skriv"),
        ({"name": " "}, "Skriv personens namn."),
        ({"name": "x" * 121}, "Skriv högst 120 tecken."),
        ({"target": ""}, "Välj i listan vad personen bjuds in som."),
        ({"target": "king"}, "Välj i listan vad personen bjuds in som."),
        ({"target": "member"}, "Välj i listan vad personen bjuds in som."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(
    chief: Client, values: dict[str, str], message: str
) -> None:
    sent = {"target": "staff", "name": "Anna Berg", "email": "anna@berg.se"} | values
    page = chief.post(INVITE, sent)
    assert page.status_code == 422
    assert message in text(page)
    for name in sent.keys() - values.keys() - {"target"}:
        assert f'value="{sent[name]}"' in page.content.decode()
    assert not Invitation.objects.exists()
    assert not Letter.objects.exists()


def test_names_at_one_address_are_different_people(chief: Client) -> None:
    for name in ("Anna Berg", "Bo Dal", "ANNA BERG", " Bo  Dal "):
        invite(chief, "board" if name.isupper() else "staff", name=name, email="Kommun@berg.se")
    people = User.objects.filter(email="kommun@berg.se").order_by("name")
    assert [user.name for user in people] == ["Anna Berg", "Bo Dal"]


def test_who_is_that_already_is_not_invited(chief: Client, here: Federation) -> None:
    user = User.objects.create_user("anna@berg.se", name="Anna Berg")
    here.roles.create(user=user, kind="staff")
    page = invite(chief, "staff")
    assert page.status_code == 422
    assert "Anna Berg är redan med i kansliet." in text(page)
    assert not Invitation.objects.exists()
    invite(chief, "economist")
    assert Invitation.objects.count() == 1


def test_who_is_invited_to_it_is_not_invited_again(chief: Client) -> None:
    invite(chief, "staff")
    page = invite(chief, "staff")
    assert (page.status_code, Invitation.objects.count(), Letter.objects.count()) == (422, 1, 1)
    assert "Anna Berg är redan inbjuden att vara med i kansliet." in text(page)


def test_a_seat_is_one_persons_to_be_invited_to(chief: Client, here: Federation) -> None:
    seat = factories.seat(factories.member(here))
    invite(chief, f"plats-{seat.pk}")
    page = invite(chief, f"plats-{seat.pk}", name="Bo Dal", email="bo@dal.se")
    assert page.status_code == 422
    assert (
        "Anna Berg är redan inbjuden att vara med som ledamot i styrelsen för Bergs kommun."
        in text(page)
    )
    [invitation] = here.invitations.all()
    chief.post(address(invitation, "aterkalla"))
    assert invite(chief, f"plats-{seat.pk}", name="Bo Dal", email="bo@dal.se").status_code == 200


def test_nobody_is_invited_to_a_second_vote(chief: Client, here: Federation) -> None:
    berg, dal = factories.member(here), factories.member(here, "Dals kommun")
    until = timezone.localdate() + timedelta(days=30)
    first = factories.seat(berg, holder="Siv", ends_on=until)
    same = factories.seat(dal, holder="Siv")
    after = factories.seat(dal, holder="Siv", starts_on=until + timedelta(days=1))
    deputy = factories.seat(dal, holder="Siv", kind="deputy")
    invite(chief, f"plats-{first.pk}", name="Siv")
    page = invite(chief, f"plats-{same.pk}", name="Siv")
    assert page.status_code == 422
    assert "Siv sitter redan på en ordinarie plats då." in text(page)
    for other in (after, deputy):
        assert invite(chief, f"plats-{other.pk}", name="Siv").status_code == 200
    assert set(here.invitations.values_list("seat", flat=True)) == {first.pk, after.pk, deputy.pk}


def test_a_closed_account_is_not_invited(chief: Client) -> None:
    User.objects.create_user("anna@berg.se", name="Anna Berg", is_active=False)
    page = invite(chief, "staff")
    assert page.status_code == 422
    assert "Kontot är avstängt. Administratören kan öppna det igen." in text(page)


def test_what_is_over_or_taken_is_not_there_to_choose(chief: Client, here: Federation) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    member, left = factories.member(here), factories.member(here, "Dals kommun")
    left.left_on = yesterday
    left.save()
    gone = [
        f"plats-{factories.seat(member, ends_on=yesterday).pk}",
        f"plats-{factories.seat(left).pk}",
        f"plats-{factories.seat(member, factories.person()).pk}",
        f"uppdrag-{factories.term(here, ends_on=yesterday).pk}",
        f"medlem-{left.pk}",
    ]
    coming = factories.seat(member, starts_on=date(2999, 1, 1))
    page = chief.get(INVITE).content.decode()
    offered = {a["value"] for tag, a in tags(page) if tag == "option"}
    assert offered & {*gone, f"plats-{coming.pk}"} == {f"plats-{coming.pk}"}
    assert [invite(chief, target).status_code for target in gone] == [422] * 5


@pytest.mark.parametrize("kind", ["plats", "uppdrag", "medlem"])
def test_what_is_another_federations_cannot_be_guessed(chief: Client, kind: str) -> None:
    there = factories.federation("slattbygden")
    member = factories.member(there, factories.SECRET)
    planted = {
        "plats": factories.seat(member, holder=factories.SECRET).pk,
        "uppdrag": factories.term(there, holder=factories.SECRET).pk,
        "medlem": member.pk,
    }
    page = invite(chief, f"{kind}-{planted[kind]}")
    assert page.status_code == 422
    assert factories.SECRET not in page.content.decode()
    assert (
        factories.SECRET not in chief.get(f"{INVITE}?som={kind}-{planted[kind]}").content.decode()
    )
    assert not Invitation.objects.exists()


def test_an_expired_invitation_is_sent_again(chief: Client, here: Federation) -> None:
    invitation = factories.invitation(here, factories.person(), days=-1)
    assert "Gick ut" in text(chief.get(PEOPLE))
    page = chief.post(address(invitation, "skicka-igen"), follow=True)
    until = timezone.localdate() + timedelta(days=14)
    assert f"Väntar på svar till {until}" in text(page)
    invitation.refresh_from_db()
    assert invitation.expires_at - invitation.sent_at == timedelta(days=14)
    assert invitation.invited_by == "chief@fjallbygden.se"
    assert str(invitation.key) in Letter.objects.get().body


def test_an_invitation_is_taken_back(chief: Client, here: Federation) -> None:
    invitation = factories.invitation(here, factories.person())
    page = chief.post(address(invitation, "aterkalla"), follow=True)
    assert f"Återkallad {timezone.localdate()}" in text(page)
    assert "Skicka igen" not in text(page)
    invitation.refresh_from_db()
    assert invitation.revoked_at is not None


@pytest.mark.parametrize("verb", ["skicka-igen", "aterkalla"])
@pytest.mark.parametrize("end", ["accepted_at", "revoked_at"])
def test_what_has_been_answered_or_taken_back_stays_so(
    chief: Client, here: Federation, verb: str, end: str
) -> None:
    ended: dict[str, Any] = {end: timezone.now()}
    invitation = factories.invitation(here, factories.person(), **ended)
    page = chief.post(address(invitation, verb), follow=True)
    assert "Inbjudan är redan besvarad eller återkallad." in page.content.decode()
    after = Invitation.objects.get()
    assert (after.sent_at, after.accepted_at, after.revoked_at) == (
        invitation.sent_at,
        invitation.accepted_at,
        invitation.revoked_at,
    )
    assert not Letter.objects.exists()


def addresses(invitation: Invitation) -> list[str]:
    return [INVITE, address(invitation, "skicka-igen"), address(invitation, "aterkalla")]


@pytest.mark.parametrize(
    "role", ["staff", "board", "member", "auditor", "economist", "preparation"]
)
def test_those_who_cannot_appoint_are_refused(client: Client, here: Federation, role: str) -> None:
    invitation = factories.invitation(here, factories.person())
    factories.signed_in(client, role, here)
    answers = [client.post(place, {}) for place in addresses(invitation)]
    assert [answer.status_code for answer in answers] == [403] * 3
    assert "Förbundschefen och ordföranden bjuder in" in text(answers[0])
    assert Invitation.objects.open().count() == 1


def test_the_chair_may_name_a_new_chief(client: Client, here: Federation) -> None:
    user = factories.person()
    factories.seat(factories.member(here), user, office="chair")
    client.force_login(user)
    assert invite(client, "chief", name="Carin Ny", email="carin@ny.se").status_code == 200
    assert [each.role for each in here.invitations.all()] == ["chief"]


def test_another_federations_chief_finds_nothing(client: Client, here: Federation) -> None:
    invitation = factories.invitation(here, factories.person())
    there = factories.federation("slattbygden")
    factories.signed_in(client, "chief", there)
    assert [client.post(place).status_code for place in addresses(invitation)] == [404] * 3
    guessed = f"/slattbygden/personer/inbjudan/{invitation.key}/aterkalla/"
    assert client.post(guessed).status_code == 404
    assert Invitation.objects.open().count() == 1


def test_an_invitation_is_not_sent_or_taken_back_by_a_link(chief: Client, here: Federation) -> None:
    invitation = factories.invitation(here, factories.person())
    places = addresses(invitation)[1:]
    assert [chief.get(place).status_code for place in places] == [405, 405]
