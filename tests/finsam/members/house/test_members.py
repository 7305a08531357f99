"""Medlemmar: added, changed, put in order, left behind."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.members.models import Member
from tests import factories
from tests.finsam.members.house.pages import ROOT, errors, sent
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db

BERG = {"name": "Bergs kommun", "kind": "municipality"}


def names() -> list[str]:
    return [member.name for member in Member.objects.all()]


def test_a_member_is_added_last(office: Client, federation: Federation) -> None:
    factories.member(federation, "Dals kommun")
    response = sent(
        office,
        "medlemmar/ny/",
        **BERG,
        short_name="Berg",
        official_address="registrator@berg.se",
        invoice_reference="1234",
        joined_on="2005-07-01",
    )
    assert response.url == f"{ROOT}medlemmar/"
    assert names() == ["Dals kommun", "Bergs kommun"]
    berg = Member.objects.get(name="Bergs kommun")
    assert (berg.official_address, berg.invoice_reference) == ("registrator@berg.se", "1234")
    assert (berg.short_name, berg.joined_on, berg.left_on) == ("Berg", date(2005, 7, 1), None)


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        ("name", "", "Skriv medlemmens namn."),
        ("name", "bergs KOMMUN", "Medlemmen finns redan i förbundet."),
        ("kind", "", "Välj något i listan."),
        ("official_address", "berg", "Skriv e-postadressen som namn@kommun.se."),
        ("joined_on", "2023", "Skriv datumet som 2023-11-30."),
        ("left_on", "2001-01-01", "Medlemmen kan inte lämna innan den har gått med."),
    ],
)
def test_what_is_wrong_is_said_beside_it(
    office: Client, federation: Federation, field: str, written: str, said: str
) -> None:
    factories.member(federation)
    values = {"name": "Dals kommun", "kind": "municipality", "joined_on": "2005-01-01"}
    page = sent(office, "medlemmar/ny/", **(values | {field: written}))
    assert errors(page) == {field: [said]}
    assert names() == ["Bergs kommun"]


def test_a_member_that_has_left_stands_below(office: Client, federation: Federation) -> None:
    member = factories.member(federation)
    sent(office, f"medlemmar/{member.key}/", left_on="2020-12-31")
    page = office.get(f"{ROOT}medlemmar/")
    assert (page.context["members"], page.context["left"]) == ([], [member])
    assert "medlem till 2020-12-31" in text(page)


def test_a_member_that_leaves_later_is_still_one(office: Client, federation: Federation) -> None:
    member = factories.member(federation)
    sent(office, f"medlemmar/{member.key}/", left_on=f"{timezone.localdate().year + 1}-12-31")
    assert office.get(f"{ROOT}medlemmar/").context["members"] == [member]


def test_members_are_moved_up_and_down(office: Client, federation: Federation) -> None:
    a, b, c = (factories.member(federation, name) for name in "ABC")
    office.post(f"{ROOT}medlemmar/{c.key}/upp/")
    assert names() == ["A", "C", "B"]
    office.post(f"{ROOT}medlemmar/{a.key}/ner/")
    assert names() == ["C", "A", "B"]
    office.post(f"{ROOT}medlemmar/{b.key}/ner/")
    office.post(f"{ROOT}medlemmar/{c.key}/upp/")
    assert names() == ["C", "A", "B"]


def test_a_member_put_in_by_mistake_is_taken_away(office: Client, federation: Federation) -> None:
    member = factories.member(federation)
    office.post(f"{ROOT}medlemmar/{member.key}/ta-bort/")
    assert names() == []


def test_a_member_with_a_seat_and_a_role_stays_and_that_is_said(
    office: Client, federation: Federation
) -> None:
    member = factories.member(federation)
    factories.seat(member)
    person = factories.person("member", federation, "siv@berg.se")
    person.roles.update(member=member)
    response = office.post(f"{ROOT}medlemmar/{member.key}/ta-bort/", follow=True)
    assert "på medlemmen står en plats i styrelsen och roller." in body(response)
    assert names() == ["Bergs kommun"]


def test_a_member_in_a_plans_budget_stays_and_that_is_said(client: Client) -> None:
    plan = factories.draft_plan()
    office = factories.signed_in(client, "chief", plan.federation)
    member = plan.federation.members.get()
    response = office.post(f"{ROOT}medlemmar/{member.key}/ta-bort/", follow=True)
    assert "på medlemmen står budgetrader i planer." in body(response)
    assert names() == [member.name]


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_is_read_by_the_same_number_of_queries(
    office: Client,
    federation: Federation,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        factories.member(federation, f"Kommun {number}")
    with django_assert_num_queries(6):
        office.get(f"{ROOT}medlemmar/")
