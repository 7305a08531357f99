"""Personer: who has something in the federation, and taking it away."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.members.access import standing
from finsam.members.models import BoardSeat, Role, User
from tests import factories
from tests.plans.views.html import body, forbidden, text

pytestmark = pytest.mark.django_db

PEOPLE = "/fjallbygden/personer/"
WARNING = "kan bjuda in och ta bort personer"


@pytest.fixture
def here() -> Federation:
    return factories.federation()


@pytest.fixture
def chief(client: Client, here: Federation) -> Client:
    return factories.signed_in(client, "chief", here)


def account(name: str) -> User:
    return User.objects.create_user(f"{name.split()[0].lower()}@berg.se", name=name)


def kinds_of(of: Federation) -> list[tuple[str, Any]]:
    """One thing of each kind that somebody can have, with the path to where it is taken away."""
    anna, member = account("Anna Berg"), factories.member(of)
    return [
        ("roll", Role.objects.create(user=anna, federation=of, kind="staff")),
        ("plats", factories.seat(member, anna, holder="Anna Berg")),
        ("uppdrag", factories.term(of, anna)),
    ]


def place(kind: str, pk: int, slug: str = "fjallbygden") -> str:
    return f"/{slug}/personer/{kind}/{pk}/ta-bort/"


def test_everybody_is_there_with_what_they_have(chief: Client, here: Federation) -> None:
    anna, member = account("Anna Berg"), factories.member(here)
    Role.objects.create(user=anna, federation=here, kind="member", member=member)
    factories.seat(
        member, anna, office="chair", starts_on=date(2020, 1, 1), ends_on=date(2099, 12, 31)
    )
    factories.term(here, account("Rut Ek"), ends_on=date(2021, 6, 30))
    page = chief.get(PEOPLE)
    assert (
        "Anna Berg anna@berg.se Har aldrig loggat in "
        "Medlemsrepresentant för Bergs kommun Ta bort , Anna Berg som medlemsrepresentant för "
        "Bergs kommun "
        "Ordförande i styrelsen för Bergs kommun 2020-01-01–2099-12-31 Ta bort"
    ) in text(page)
    assert f"Loggade senast in {timezone.localdate()}" in text(page)
    assert "Revisor Till 2021-06-30 (ger ingen tillgång i dag) Ta bort" in text(page)
    assert forbidden(body(page)) == []


def test_people_stand_in_swedish_order(chief: Client, here: Federation) -> None:
    for name in ("Örjan Ö", "Åsa Å", "Bo B"):
        Role.objects.create(user=account(name), federation=here, kind="board")
    said = text(chief.get(PEOPLE))
    assert said.index("Bo B") < said.index("Åsa Å") < said.index("Örjan Ö")


def test_a_representative_of_a_member_that_left_gets_nothing(
    chief: Client, here: Federation
) -> None:
    member, anna = factories.member(here), account("Anna Berg")
    member.left_on = timezone.localdate() - timedelta(days=1)
    member.save()
    Role.objects.create(user=anna, federation=here, kind="member", member=member)
    factories.seat(member, anna)
    said = text(chief.get(PEOPLE))
    assert f"Medlemmen lämnade {member.left_on} (ger ingen tillgång i dag)" in said
    assert said.count("ger ingen tillgång i dag") == 2
    assert not standing(anna, here).belongs
    chief.force_login(anna)
    assert [chief.get(url).status_code for url in ("/fjallbygden/", PEOPLE)] == [404, 404]


def test_seats_and_terms_without_an_account_can_be_invited_to(
    chief: Client, here: Federation
) -> None:
    seat = factories.seat(factories.member(here), holder="Bo Dal", ends_on=date(2099, 12, 31))
    term = factories.term(here)
    page = chief.get(PEOPLE)
    assert "Bo Dal Ledamot i styrelsen för Bergs kommun, till 2099-12-31 Bjud in" in text(page)
    for code in (f"plats-{seat.pk}", f"uppdrag-{term.pk}"):
        assert f'href="{PEOPLE}bjud-in/?som={code}"' in body(page)


def test_a_seat_that_somebody_is_invited_to_is_among_the_invitations_alone(
    chief: Client, here: Federation
) -> None:
    seat = factories.seat(factories.member(here), holder="Bo Dal")
    invited = factories.invitation(here, account("Bo Dal"), seat=seat)
    code = f"?som=plats-{seat.pk}"
    assert code not in body(chief.get(PEOPLE))
    invited.revoked_at = timezone.now()
    invited.save()
    assert code in body(chief.get(PEOPLE))


def test_whoever_alone_can_appoint_is_told_so(chief: Client, here: Federation) -> None:
    assert f"Bara du {WARNING}" in text(chief.get(PEOPLE))
    staff = factories.person("staff", here, "bo@berg.se")
    other = Client()
    other.force_login(staff)
    assert f"Bara en person {WARNING}" in text(other.get(PEOPLE))
    factories.person("chief", here, "ny@berg.se")
    assert WARNING not in text(chief.get(PEOPLE))


def test_staff_see_it_and_the_reason_why_they_change_nothing(
    client: Client, here: Federation
) -> None:
    kinds_of(here)
    factories.seat(here.members.get(), holder="Bo Dal")
    factories.invitation(here, account("Ny Person"))
    page = factories.signed_in(client, "staff", here).get(PEOPLE)
    assert "Förbundschefen och ordföranden bjuder in och tar bort personer." in text(page)
    assert "Ny Person ny@berg.se Kansli. Inbjuden av Carin Chef" in text(page)
    for verb in ("bjud-in", "ta-bort", "skicka-igen", "aterkalla"):
        assert verb not in body(page)


@pytest.mark.parametrize("role", ["board", "member", "auditor", "economist", "preparation"])
def test_others_do_not_see_the_people(client: Client, here: Federation, role: str) -> None:
    page = factories.signed_in(client, role, here).get(PEOPLE)
    assert page.status_code == 403
    assert "Vem som har tillgång ser kansliet och ordföranden." in text(page)


def test_rights_are_those_of_all_ones_roles(client: Client, here: Federation) -> None:
    user = factories.person("auditor", here)
    client.force_login(user)
    assert client.get(PEOPLE).status_code == 403
    factories.person("staff", here, user.email)
    assert client.get(PEOPLE).status_code == 200
    assert client.get(f"{PEOPLE}bjud-in/").status_code == 403
    seat = factories.seat(factories.member(here), user, office="chair")
    assert client.get(f"{PEOPLE}bjud-in/").status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    BoardSeat.objects.filter(pk=seat.pk).update(ends_on=yesterday)
    assert client.get(f"{PEOPLE}bjud-in/").status_code == 403


def test_one_person_has_the_rights_of_each_federation_there_alone(
    client: Client, here: Federation
) -> None:
    there = factories.federation("slattbygden")
    user = factories.person("chief", here)
    factories.person("board", there, user.email)
    client.force_login(user)
    places = (PEOPLE, f"{PEOPLE}bjud-in/", "/slattbygden/personer/", "/slattbygden/")
    assert [client.get(url).status_code for url in places] == [200, 200, 403, 200]


def test_another_federations_people_are_not_there(client: Client, here: Federation) -> None:
    taken = kinds_of(here)
    factories.signed_in(client, "chief", factories.federation("slattbygden"))
    for url in (PEOPLE, *(place(kind, row.pk) for kind, row in taken)):
        page = client.get(url)
        assert (page.status_code, "Anna" in body(page)) == (404, False)


@pytest.mark.parametrize("index", range(3))
def test_another_federations_keys_cannot_be_guessed(
    client: Client, here: Federation, index: int
) -> None:
    kind, row = kinds_of(here)[index]
    factories.signed_in(client, "chief", factories.federation("slattbygden"))
    guessed = place(kind, row.pk, "slattbygden")
    assert [client.get(guessed).status_code, client.post(guessed).status_code] == [404, 404]
    row.refresh_from_db()
    assert row.user is not None


@pytest.mark.parametrize("many", [1, 30])
def test_many_people_are_read_as_fast_as_one(
    chief: Client,
    here: Federation,
    many: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    member = factories.member(here)
    for number in range(many):
        user = account(f"P{number} Berg")
        Role.objects.create(user=user, federation=here, kind="member", member=member)
        factories.seat(member, user)
        factories.seat(member, holder=f"Plats {number}")
        factories.term(here, user)
        factories.term(here)
        factories.invitation(here, user)
        factories.invitation(here, user, role="", seat=factories.seat(member))
    with django_assert_num_queries(13):
        assert chief.get(PEOPLE).status_code == 200


@pytest.mark.parametrize("index", range(3))
def test_it_is_asked_before_something_is_taken_away(
    chief: Client, here: Federation, index: int
) -> None:
    kind, row = kinds_of(here)[index]
    page = chief.get(place(kind, row.pk))
    assert "Ta bort Anna Berg?" in text(page)
    assert "Det som Anna Berg har skrivit är kvar." in text(page)
    row.refresh_from_db()
    assert row.user is not None


def test_a_role_is_taken_away(chief: Client, here: Federation) -> None:
    kind, role = kinds_of(here)[0]
    page = chief.post(place(kind, role.pk), follow=True)
    assert page.redirect_chain == [(PEOPLE, 302)]
    assert "Anna Berg är inte längre med i kansliet." in body(page)
    assert not Role.objects.filter(pk=role.pk).exists()


@pytest.mark.parametrize("index", [1, 2])
def test_a_seat_and_a_term_lose_the_account_alone(
    chief: Client, here: Federation, index: int
) -> None:
    kind, row = kinds_of(here)[index]
    holder = row.holder
    assert chief.post(place(kind, row.pk)).status_code == 302
    row.refresh_from_db()
    assert (row.user, row.holder) == (None, holder)
    assert chief.post(place(kind, row.pk)).status_code == 404


def test_the_last_who_can_appoint_is_refused_with_the_reason(
    chief: Client, here: Federation
) -> None:
    role = here.roles.get()
    page = chief.post(place("roll", role.pk))
    assert page.status_code == 422
    assert "Ingen annan kan bjuda in eller ta bort personer." in text(page)
    assert "Det är du själv." in text(page)
    assert here.roles.get() == role


def test_the_chair_can_take_the_chief_away_but_not_the_last_account(
    client: Client, here: Federation
) -> None:
    role = factories.person("chief", here, "carin@berg.se").roles.get()
    user = factories.person()
    seat = factories.seat(factories.member(here), user, office="chair")
    client.force_login(user)
    assert client.post(place("roll", role.pk)).status_code == 302
    assert client.post(place("plats", seat.pk)).status_code == 422
    assert not here.roles.exists()


def test_whoever_leaves_comes_as_far_as_they_still_may(client: Client, here: Federation) -> None:
    factories.person("chief", here, "kvar@berg.se")
    user = factories.person("chief", here)
    factories.person("board", here, user.email)
    client.force_login(user)
    first = client.post(place("roll", user.roles.get(kind="chief").pk))
    assert first["Location"] == "/fjallbygden/"
    chief = factories.person("chief", here, "tva@berg.se")
    client.force_login(chief)
    last = client.post(place("roll", chief.roles.get().pk))
    assert last["Location"] == "/"


@pytest.mark.parametrize(
    "role", ["staff", "board", "member", "auditor", "economist", "preparation"]
)
def test_those_who_cannot_appoint_take_nothing_away(
    client: Client, here: Federation, role: str
) -> None:
    taken = kinds_of(here)
    factories.signed_in(client, role, here)
    answers = [client.post(place(kind, row.pk)).status_code for kind, row in taken]
    assert answers == [403] * 3
    assert here.roles.count() == 2


def test_the_federations_page_leads_there_for_those_who_may(
    client: Client, here: Federation
) -> None:
    for role, leads in (("chief", True), ("staff", True), ("board", False)):
        page = factories.signed_in(client, role, here).get("/fjallbygden/")
        assert (f'href="{PEOPLE}"' in body(page)) is leads
