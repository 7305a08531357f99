"""Sharing a draft with a person or a group, changing that, and taking it back."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.letters.models import Letter
from finsam.members.models import User
from plans.forms.sharing import CHOOSE, CHOOSE_PARTS
from plans.models import DraftShare, Plan
from tests import factories
from tests.plans.views.html import text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/dela/"


@pytest.fixture
def plan(client: Client) -> Plan:
    """A draft, with its chief signed in and an economist in the federation."""
    plan = factories.draft_plan()
    factories.person("economist", plan.federation, email="eva@berg.se")
    User.objects.filter(email="eva@berg.se").update(name="Eva Ek")
    factories.signed_in(client, "chief", plan.federation)
    return plan


def eva() -> User:
    return User.objects.get(email="eva@berg.se")


def share(client: Client, who: str, *parts: str) -> str:
    page = client.post(ADDRESS, {"reader": who, "parts": parts}, follow=True)
    return said(page) + text(page)


def said(page: Any) -> str:
    """The messages above the page."""
    return " ".join(str(message) for message in page.context["messages"])


def shares() -> list[tuple[str, str, list[str], str]]:
    return [(str(s.user or s.group), s.level, s.parts, s.shared_by) for s in _all()]


def _all() -> list[DraftShare]:
    return list(DraftShare.objects.for_list())


def test_a_draft_that_nobody_has_says_so(client: Client, plan: Plan) -> None:
    assert "Bara kansliet har utkastet." in text(client.get(ADDRESS))


def test_a_draft_is_shared_to_read(client: Client, plan: Plan) -> None:
    page = share(client, f"person/{eva().pk}")
    assert shares() == [("Eva Ek", "read", [], "chief@fjallbygden.se")]
    assert "Eva Ek kan nu läsa hela planen." in page


def test_a_draft_is_shared_to_write_in_parts(client: Client, plan: Plan) -> None:
    page = share(client, f"person/{eva().pk}", "goals", "budget")
    assert shares() == [("Eva Ek", "write", ["goals", "budget"], "chief@fjallbygden.se")]
    assert "Kan läsa hela planen och skriva i målen och budgeten." in page


def test_a_draft_is_shared_with_a_group_that_shows_who_is_of_it(client: Client, plan: Plan) -> None:
    page = share(client, "grupp/economist", "budget")
    assert shares() == [("economist", "write", ["budget"], "chief@fjallbygden.se")]
    assert "Ekonomen (Eva Ek)" in page


def test_a_group_without_anybody_says_so(client: Client, plan: Plan) -> None:
    assert "Beredningsgruppen (ingen har den rollen än)" in text(client.get(ADDRESS))
    assert "Ingen har den rollen än" in share(client, "grupp/preparation")


def test_whoever_gets_it_is_told_by_a_letter_with_the_way_to_it(client: Client, plan: Plan) -> None:
    share(client, f"person/{eva().pk}", "budget")
    letter = Letter.objects.get()
    assert (letter.kind, letter.to_address, letter.to_name, letter.federation) == (
        "draft_shared",
        "eva@berg.se",
        "Eva Ek",
        plan.federation,
    )
    assert letter.subject == "Utkastet till Skymningsplanen 2025"
    assert "Du kan läsa hela planen och skriva i budgeten." in letter.body
    assert "http://testserver/fjallbygden/2025/" in letter.body


def test_whoever_has_it_already_gets_no_letter_more(client: Client, plan: Plan) -> None:
    share(client, f"person/{eva().pk}")
    share(client, "grupp/economist", "budget")
    assert Letter.objects.count() == 1


def test_whoever_reads_the_draft_anyway_is_not_to_be_chosen(client: Client, plan: Plan) -> None:
    staff = factories.person("staff", plan.federation, email="kansli@berg.se")
    assert "kansli@berg.se" not in text(client.get(ADDRESS))
    assert client.post(ADDRESS, {"reader": f"person/{staff.pk}"}).status_code == 422


@pytest.mark.parametrize("who", ["", "person/0", "person/x", "grupp/board", "alla"])
def test_somebody_must_be_chosen(client: Client, plan: Plan, who: str) -> None:
    response = client.post(ADDRESS, {"reader": who, "parts": ["budget"]})
    assert response.status_code == 422
    assert CHOOSE in text(response)
    assert "checked" in response.content.decode()
    assert shares() == []


def test_somebody_of_another_federation_cannot_be_chosen(client: Client, plan: Plan) -> None:
    other = factories.person("board", factories.federation("slatt"), email="ulf@slatt.se")
    response = client.post(ADDRESS, {"reader": f"person/{other.pk}"})
    assert response.status_code == 422
    assert "ulf@slatt.se" not in text(response)
    assert shares() == []


def test_whoever_has_it_is_not_given_it_twice(client: Client, plan: Plan) -> None:
    share(client, f"person/{eva().pk}")
    assert CHOOSE in share(client, f"person/{eva().pk}", "budget")
    assert shares() == [("Eva Ek", "read", [], "chief@fjallbygden.se")]


def test_a_part_that_there_is_not_is_refused(client: Client, plan: Plan) -> None:
    assert CHOOSE_PARTS in share(client, f"person/{eva().pk}", "cover")
    assert shares() == []


def test_an_auditor_can_read_and_not_write(client: Client, plan: Plan) -> None:
    auditor = factories.person("auditor", plan.federation, email="rut@berg.se")
    page = share(client, f"person/{auditor.pk}", "budget")
    assert "rut@berg.se är revisor och kan läsa, men inte skriva." in page
    share(client, f"person/{auditor.pk}")
    assert [name for name, *_ in shares()] == ["rut@berg.se"]


def test_what_somebody_may_is_changed(client: Client, plan: Plan) -> None:
    share(client, f"person/{eva().pk}", "budget")
    address = f"{ADDRESS}{_all()[0].pk}/"
    assert "Eva Ek har utkastet" in text(client.get(address))
    page = said(client.post(address, {"parts": ["text"]}, follow=True))
    assert "Eva Ek kan nu läsa hela planen och skriva i texten." in page
    client.post(address)
    assert shares() == [("Eva Ek", "read", [], "chief@fjallbygden.se")]


def test_a_change_that_is_not_understood_is_said(client: Client, plan: Plan) -> None:
    share(client, f"person/{eva().pk}", "budget")
    response = client.post(f"{ADDRESS}{_all()[0].pk}/", {"parts": ["allt"]})
    assert (response.status_code, CHOOSE_PARTS in text(response)) == (422, True)


def test_a_draft_is_taken_back(client: Client, plan: Plan) -> None:
    share(client, f"person/{eva().pk}")
    page = said(client.post(f"{ADDRESS}{_all()[0].pk}/sluta/", follow=True))
    assert "Eva Ek har inte längre utkastet." in page
    assert shares() == []


def test_another_plans_share_is_not_there(client: Client, plan: Plan) -> None:
    other = factories.draft_plan("slattbygden")
    theirs = DraftShare.objects.create(
        plan=other, group="economist", level="read", shared_by=factories.SECRET
    )
    for address in (f"{ADDRESS}{theirs.pk}/", f"{ADDRESS}{theirs.pk}/sluta/"):
        response = client.post(address)
        assert (response.status_code, factories.SECRET in text(response)) == (404, False)
    assert DraftShare.objects.count() == 1


@pytest.mark.parametrize("role", ["economist", "board", "auditor"])
def test_sharing_is_the_offices(client: Client, plan: Plan, role: str) -> None:
    factories.signed_in(client, role, plan.federation)
    DraftShare.objects.create(
        plan=plan, user=User.objects.get(email=f"{role}@fjallbygden.se"), level="read"
    )
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"reader": "grupp/chair"}).status_code == 403


def test_a_decided_plan_is_not_shared(client: Client, plan: Plan) -> None:
    Plan.objects.update(status="decided")
    assert client.get(ADDRESS).status_code == 403
    assert ADDRESS not in client.get("/fjallbygden/2025/").content.decode()


def test_the_plan_has_the_way_to_it(client: Client, plan: Plan) -> None:
    assert ADDRESS in client.get("/fjallbygden/2025/").content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_as_many_queries_however_many_have_it(
    client: Client, plan: Plan, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        user = factories.person("board", plan.federation, email=f"{number}@berg.se")
        DraftShare.objects.create(plan=plan, user=user, level="read", shared_by="Lena")
    with django_assert_num_queries(9):
        client.get(ADDRESS)


def shared_with_eva(client: Client, plan: Plan, *parts: str) -> None:
    """The draft is Eva's to write in, and it is she who asks from now on."""
    DraftShare.objects.create(
        plan=plan, user=eva(), level="write", parts=list(parts), shared_by="Lena"
    )
    client.force_login(eva())


@pytest.mark.parametrize("is_decided", [False, True])
def test_last_years_draft_is_not_shared_with_this_years(
    client: Client, plan: Plan, is_decided: bool
) -> None:
    (factories.decided_plan if is_decided else factories.draft_plan)(year=2024)
    section = plan.sections.get(key=factories.key("aim"))
    plan.sections.filter(pk=section.pk).update(html="")
    shared_with_eva(client, plan, "text")
    client.post(f"/fjallbygden/2025/avsnitt/{section.key}/forra-arets-text/")
    section.refresh_from_db()
    assert bool(section.html) == is_decided


@pytest.mark.parametrize("is_decided", [False, True])
def test_last_years_draft_is_not_compared_with(
    client: Client, plan: Plan, is_decided: bool
) -> None:
    (factories.decided_plan if is_decided else factories.draft_plan)(year=2024)
    shared_with_eva(client, plan, "budget")
    page = client.get("/fjallbygden/2025/budget/", {"jamfor": "1"})
    assert page.context["shown"].is_compared == is_decided
