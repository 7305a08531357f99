"""Every page of the house: the office alone, its own federation alone, and posts where it posts."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from finsam.federations.models import Meeting
from finsam.members.models import Auditor
from tests import factories

pytestmark = pytest.mark.django_db

KEY = UUID(int=7)
PAGES = (
    "",
    "medlemmar/",
    "medlemmar/ny/",
    f"medlemmar/{KEY}/",
    "styrelsen/",
    "styrelsen/ny-period/",
    "styrelsen/ny/",
    "styrelsen/7/",
    "styrelsen/7/avsluta/",
    "revisorer/",
    "revisorer/ny/",
    "revisorer/7/",
    "regler/",
    "moten/",
    "kontroller/",
    "nyckel/",
)
POSTS = (
    "logotyp/byt/",
    "logotyp/ta-bort/",
    f"medlemmar/{KEY}/upp/",
    f"medlemmar/{KEY}/ner/",
    f"medlemmar/{KEY}/ta-bort/",
    "styrelsen/7/ta-bort/",
    "revisorer/7/ta-bort/",
    "moten/7/ta-bort/",
)


@pytest.fixture(autouse=True)
def furnished() -> None:
    """A federation with one of everything, by known numbers, and an empty one beside it."""
    federation = factories.federation("fjallbygden")
    member = factories.member(federation)
    member.key = KEY
    member.save()
    factories.seat(member, pk=7, holder="Siv Sjö")
    Auditor.objects.create(pk=7, federation=federation, holder="Ulf Ugn")
    Meeting.objects.create(pk=7, federation=federation, held_on=date(2026, 2, 3))
    factories.federation("kusten")


def signed_in(client: Client, role: str, slug: str = "fjallbygden") -> Client:
    from finsam.federations.models import Federation

    return factories.signed_in(client, role, Federation.objects.get(slug=slug))


@pytest.mark.parametrize("role", ["chief", "staff"])
@pytest.mark.parametrize("page", PAGES)
def test_the_office_opens_it(client: Client, page: str, role: str) -> None:
    response = signed_in(client, role).get(f"/fjallbygden/forbundet/{page}")
    assert response.status_code == 200


@pytest.mark.parametrize("role", ["board", "member", "auditor", "economist", "preparation"])
@pytest.mark.parametrize("page", PAGES)
def test_the_others_are_told_why_not(client: Client, page: str, role: str) -> None:
    response = signed_in(client, role).get(f"/fjallbygden/forbundet/{page}")
    assert response.status_code == 403
    assert "sköts av förbundschefen och kansliet" in response.content.decode() or (
        "En revisor granskar" in response.content.decode()
    )


@pytest.mark.parametrize("page", [*PAGES, *POSTS])
def test_another_federations_chief_finds_nothing(client: Client, page: str) -> None:
    office = signed_in(client, "chief", "kusten")
    assert office.get(f"/fjallbygden/forbundet/{page}").status_code in {404, 405}
    assert office.post(f"/fjallbygden/forbundet/{page}").status_code in {404, 405}


@pytest.mark.parametrize("page", [p for p in [*PAGES, *POSTS] if "7" in p])
def test_what_is_another_federations_is_not_found_below_the_own(client: Client, page: str) -> None:
    office = signed_in(client, "chief", "kusten")
    assert office.post(f"/kusten/forbundet/{page}").status_code == 404


@pytest.mark.parametrize("page", POSTS)
def test_what_posts_cannot_be_opened(client: Client, page: str) -> None:
    assert signed_in(client, "chief").get(f"/fjallbygden/forbundet/{page}").status_code == 405


@pytest.mark.parametrize("page", POSTS)
def test_nobody_else_posts(client: Client, page: str) -> None:
    assert signed_in(client, "board").post(f"/fjallbygden/forbundet/{page}").status_code == 403
