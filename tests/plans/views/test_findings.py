"""The page of a plan's findings."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from budgets.sheet import Line, Printed
from finsam.federations.models import Federation
from finsam.federations.profile import Rules
from finsam.members.models import Role, User
from plans.document.checks import Finding, Severity
from plans.document.content import PlanContent
from plans.models import Plan
from plans.views.findings import summary
from plans.writing.importing import import_plan
from tests.plans.document.checks.plans import FAIR, example, key, with_budget

pytestmark = pytest.mark.django_db

QUERIES = 20
"""Session, person, plan, standing (2), the document (14) and the law's numbers."""


def address(plan: Plan) -> str:
    return reverse("findings", args=[plan.federation.slug, plan.year])


def person(client: Client, federation: Federation, role: str) -> Client:
    """Signed in with that role in the federation."""
    user = User.objects.create_user(f"{role}@{federation.slug}.se")
    Role.objects.create(user=user, federation=federation, kind=role)
    client.force_login(user)
    return client


def kept(content: PlanContent) -> Plan:
    return import_plan(content).plan


def read(client: Client, plan: Plan) -> str:
    """The page's text: without markup, and with one ordinary space between words."""
    response = client.get(address(plan))
    assert response.status_code == 200
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", f"<main{main}").replace("\u00a0", " ").split())


def contradicting(count: int) -> PlanContent:
    """A plan whose source has other figures than its `count` lines."""
    lines = [
        Line(key=key(f"line {n}"), label=f"Rad {n}", amounts={"budget-2025": n})
        for n in range(1, count + 1)
    ]
    printed = [Printed(row=str(row.key), column="budget-2025", amount=0) for row in lines]
    return with_budget(costs=tuple(lines), printed=tuple(printed))


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_office_reads_what_is_wrong_and_where(client: Client, role: str) -> None:
    plan = kept(example("skelleftea-norsjo-2016"))
    text = read(person(client, plan.federation, role), plan)
    assert text.startswith(
        "Kontroller 6 fel är förklarade, 1 bör ses över "
        "Fel, förklarat Ny verksamhet, plan 2017: källan har en annan siffra. "
        "Källan (den beslutade planens bilaga) anger 1 200 tkr, planen har 862 tkr, "
        "skillnaden är 338 tkr. "
        "Förklaring: Huvudtabellen"
    )
    assert text.count("Fel, förklarat") == 6
    assert "Bör ses över Medlemmarnas bidrag i utfall 2014 är inte delade" in text


def test_a_finding_links_to_the_section_that_shows_its_place(client: Client) -> None:
    plan = kept(contradicting(1))
    page = person(client, plan.federation, "chief").get(address(plan)).content.decode()
    anchor = f"{plan.get_absolute_url()}#avsnitt-{key('budget')}"
    assert f'<a href="{anchor}">Visa avsnitt 2 Budget</a>' in page


def test_a_finding_of_the_cover_links_to_the_plan(client: Client) -> None:
    plan = kept(replace(FAIR, title="Plan → 2025"))
    page = person(client, plan.federation, "chief").get(address(plan)).content.decode()
    assert f'<a href="{plan.get_absolute_url()}">Visa planen</a>' in page


def test_a_plan_in_order_says_so_and_what_was_checked(client: Client) -> None:
    plan = kept(FAIR)
    assert read(person(client, plan.federation, "chief"), plan) == (
        "Kontroller Inga anmärkningar. Kontrollerna nedan är gjorda. Det här är kontrollerat "
        "Att allt som står i budgetens celler är belopp "
        "Att eget kapital inte är negativt något år "
        "Att källans tryckta siffror är samma som planens "
        "Att eget kapital förs vidare från år till år "
        "Att medlemmarnas bidrag är delade som lagen säger "
        "Att alla tecken finns i dokumentets typsnitt"
    )


def test_what_is_turned_off_stands_with_its_line(client: Client) -> None:
    rules = Rules(disabled_checks={"shares": "Ny kommun 2025."})
    plan = kept(replace(FAIR, federation=replace(FAIR.federation, rules=rules)))
    assert read(person(client, plan.federation, "chief"), plan).endswith(
        "Att alla tecken finns i dokumentets typsnitt "
        "Avstängda kontroller Att medlemmarnas bidrag är delade som lagen säger: Ny kommun 2025."
    )


def test_a_plan_without_budget_is_checked_too(client: Client) -> None:
    plan = kept(example("blekinge-2023"))
    text = read(person(client, plan.federation, "chief"), plan)
    assert text.startswith("Kontroller Inga anmärkningar.")


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_others_who_may_read_the_plan_are_told_why_they_may_not_see_this(
    client: Client, role: str
) -> None:
    plan = kept(FAIR)
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.DECIDED)
    response = person(client, plan.federation, role).get(address(plan))
    assert response.status_code == 403
    assert "Kontrollerna är" in response.content.decode()


def test_a_draft_is_closed_to_those_who_may_not_read_it(client: Client) -> None:
    plan = kept(FAIR)
    assert person(client, plan.federation, "board").get(address(plan)).status_code == 403


def test_another_federations_plan_is_not_there(client: Client) -> None:
    plan, other = kept(FAIR), kept(example("ange-2022"))
    assert person(client, other.federation, "chief").get(address(plan)).status_code == 404


def test_a_year_without_a_plan_is_not_there(client: Client) -> None:
    plan = kept(FAIR)
    missing = reverse("findings", args=[plan.federation.slug, 2031])
    assert person(client, plan.federation, "chief").get(missing).status_code == 404


def test_without_sign_in_one_is_sent_to_sign_in(client: Client) -> None:
    plan = kept(FAIR)
    response = client.get(address(plan))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/logga-in/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_page_is_for_reading(client: Client, method: str) -> None:
    plan = kept(FAIR)
    office = person(client, plan.federation, "chief")
    assert getattr(office, method)(address(plan)).status_code == 405


@pytest.mark.parametrize("count", [1, 300])
def test_the_queries_are_as_many_for_one_finding_as_for_300(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan = kept(contradicting(count))
    office = person(client, plan.federation, "chief")
    with django_assert_num_queries(QUERIES):
        text = read(office, plan)
    assert text.startswith(f"Kontroller {count} måste rättas Måste rättas Rad 1, budget 2025")
    assert text.count("källan har en annan siffra") == count


def test_words_of_a_plan_are_never_markup(client: Client) -> None:
    content = contradicting(1)
    assert content.budget is not None
    [line] = content.budget.costs
    marked = replace(line, label="<script>alert(1)</script>")
    plan = kept(replace(content, budget=replace(content.budget, costs=(marked,))))
    page = person(client, plan.federation, "chief").get(address(plan)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;, budget 2025" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        ((), ""),
        (("",), "1 måste rättas"),
        (("Raden gäller.",), "1 fel är förklarat"),
        (("", "Raden gäller.", "Raden gäller."), "1 måste rättas, 2 fel är förklarade"),
    ],
)
def test_the_findings_are_counted_in_words(reasons: tuple[str, ...], words: str) -> None:
    error = Finding(code="x", severity=Severity.ERROR, fact="", detail="", place="budget")
    assert summary([replace(error, reason=reason) for reason in reasons]) == words
