"""The page where the budget is written, its dialogs, and what is done to it as a whole."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from budgets.reading import sheet_of
from budgets.sheet import Line, Printed, Sheet
from plans.document.content import Decision, DecisionKind, Status
from plans.models import Plan
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import body, forbidden, tags, text
from tests.plans.writing.test_cells import COLUMN, GRANT, OFFICE, RENT, STAFF, sheet

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}
PAGE = "/fjallbygden/2025/budget/"
ACT = f"{PAGE}gor/"
LINE = f"{PAGE}rad/{RENT}/"
COLUMN_PAGE = f"{PAGE}kolumn/{COLUMN}/"
ADD_COLUMN = f"{PAGE}kolumn/"
SETTINGS = f"{PAGE}visning/"
GETS = [PAGE, LINE, COLUMN_PAGE, ADD_COLUMN, SETTINGS]
POSTS = [ACT, f"{PAGE}borja/", f"{PAGE}avsnitt/", f"{LINE}knyt/"]
QUERIES = 23


def office(client: Client, lines: Iterable[Line] = (), **more: Any) -> Plan:
    """A plan with a small budget, and its chief signed in."""
    budget = replace(sheet(), financial=tuple(lines), **more)
    plan = import_plan(replace(factories.content(), budget=budget)).plan
    factories.signed_in(client, "chief", plan.federation)
    return plan


def stands(plan: Plan) -> Sheet:
    plan.refresh_from_db()
    assert plan.budget
    return sheet_of(plan.budget)


def act(client: Client, what: str, **more: str) -> Any:
    return client.post(ACT, {"does": what, **more}, headers=PART)


def labels(plan: Plan) -> str:
    def said(lines: tuple[Line, ...]) -> str:
        return " ".join(f"{x.label}({said(x.lines)})" if x.lines else x.label for x in lines)

    found = stands(plan)
    return " | ".join(map(said, (found.income, found.costs, found.financial)))


def test_the_page_is_the_whole_sheet_to_write_in(client: Client) -> None:
    office(client)
    html = body(client.get(PAGE))
    names = [a["name"] for tag, a in tags(html) if tag == "input" and "data-cell" in a]
    assert names == [f"{key}/{COLUMN}/" for key in (GRANT, RENT, STAFF)]
    assert "Utgående eget kapital" in html
    assert forbidden(html) == []


def test_a_part_is_only_the_sheet(client: Client) -> None:
    office(client)
    html = body(client.get(PAGE, headers=PART))
    assert "<main" not in html
    assert html.lstrip().startswith('<div id="grid"')


def test_each_cell_is_compared_with_the_year_before_where_that_is_asked_for(client: Client) -> None:
    plan = office(client)
    last = replace(factories.content(year=2024), budget=_year_before())
    import_plan(last)
    page = text(client.get(PAGE, {"jamfor": "1"}))
    assert "34 000 ( +1 000 )" in page.replace("(+", "( +").replace("00)", "00 )")
    assert "Dölj förra året" in page
    assert plan.year == 2025


def _year_before() -> Sheet:
    before = sheet()
    rent = replace(before.costs[0].lines[0], amounts={"budget-2024": 34_000})
    office_ = replace(before.costs[0], lines=(rent, replace(before.costs[0].lines[1], amounts={})))
    column = replace(before.columns[0], year=2024)
    return replace(before, columns=(column,), income=(), costs=(office_,))


def test_a_plan_without_a_budget_begins_one(client: Client) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    factories.signed_in(client, "chief", plan.federation)
    assert "Planen har ingen budget än." in text(client.get(PAGE))
    assert client.post(f"{PAGE}borja/").headers["Location"] == PAGE
    assert [column.name for column in stands(plan).columns][:2] == [COLUMN, "plan-2026"]
    # Somebody else has pressed the same button: there is one budget.
    assert client.post(f"{PAGE}borja/").headers["Location"] == PAGE


def test_a_budget_that_no_section_shows_can_be_shown(client: Client) -> None:
    plan = office(client)
    plan.sections.filter(kind="budget").delete()
    assert "Budgeten syns inte i planen än." in text(client.get(PAGE))
    client.post(f"{PAGE}avsnitt/")
    assert plan.sections.filter(kind="budget").count() == 1


ACTS = {
    "add/cost": "Bidrag | Kansli(Hyra Lön) Ny rad | ",
    "add_group/financial": "Bidrag | Kansli(Hyra Lön) | Ny grupp(Ny rad)",
    f"after/{RENT}": "Bidrag | Kansli(Hyra Ny rad Lön) | ",
    f"below/{OFFICE}": "Bidrag | Kansli(Hyra Lön Ny rad) | ",
    f"up/{STAFF}": "Bidrag | Kansli(Lön Hyra) | ",
    f"down/{RENT}": "Bidrag | Kansli(Lön Hyra) | ",
    f"out/{STAFF}": "Bidrag | Kansli(Hyra) Lön | ",
    f"remove/{RENT}": "Bidrag | Kansli(Lön) | ",
}


@pytest.mark.parametrize(("what", "after"), ACTS.items())
def test_what_is_asked_is_done_and_the_sheet_comes_anew(
    client: Client, what: str, after: str
) -> None:
    plan = office(client)
    html = body(act(client, what))
    assert labels(plan) == after
    [grid] = [a for tag, a in tags(html) if a.get("id") == "grid"]
    assert grid["data-change"] == str(plan.changes.get().pk)


def test_a_new_row_has_the_hands_and_its_name_to_write_over(client: Client) -> None:
    office(client)
    html = body(act(client, "add/income"))
    [field] = [a for tag, a in tags(html) if tag == "textarea" and "data-new" in a]
    assert field["aria-label"] == "Radens namn, Ny rad"
    assert "autofocus" in field


def test_a_line_is_moved_to_a_side_or_into_a_group(client: Client) -> None:
    plan = office(client)
    act(client, f"move/{STAFF}", to="income")
    assert labels(plan) == "Bidrag Lön | Kansli(Hyra) | "
    act(client, f"move/{STAFF}", to=str(OFFICE))
    assert labels(plan) == "Bidrag | Kansli(Hyra Lön) | "


REFUSED = {
    f"in/{STAFF}": "har egna belopp och kan inte få rader under sig.",
    f"move/{RENT}": "Välj var den ska stå.",
    f"up/{factories.key('gone')}": "Raden eller kolumnen finns inte längre.",
    "column_remove/plan-2031": "Raden eller kolumnen finns inte längre.",
}


@pytest.mark.parametrize(("what", "why"), REFUSED.items())
def test_what_cannot_be_is_said_and_nothing_is_changed(client: Client, what: str, why: str) -> None:
    plan = office(client)
    before = labels(plan)
    assert why in body(act(client, what))
    assert labels(plan) == before
    assert not plan.changes.exists()


def test_what_a_text_shows_a_figure_of_is_not_removed(client: Client) -> None:
    plan = office(client)
    html = f'<p><span data-figure="{RENT}/{COLUMN}"></span></p>'
    plan.sections.filter(heading="Syfte").update(html=html)
    before = labels(plan)
    for what in (f"remove/{RENT}", f"column_remove/{COLUMN}"):
        assert "Texten i Syfte visar en siffra därifrån." in body(act(client, what))
    assert labels(plan) == before
    assert not plan.changes.exists()


def test_the_last_line_of_an_appendix_is_not_moved_out_of_it(client: Client) -> None:
    plan = office(client)
    act(client, f"appendix/{OFFICE}")
    act(client, f"out/{STAFF}")
    assert "Raden visas för sig i avsnittet Kansli." in body(act(client, f"out/{RENT}"))
    assert labels(plan) == "Bidrag | Kansli(Hyra) Lön | "


def test_a_line_is_not_moved_into_its_own_child(client: Client) -> None:
    plan = office(client)
    before = labels(plan)
    act(client, f"remove/{STAFF}")
    act(client, f"undo/{plan.changes.latest('pk').pk}")
    html = body(act(client, f"move/{OFFICE}", to=str(STAFF)))
    assert "En rad kan inte stå under sig själv." in html
    assert labels(plan) == before


@pytest.mark.parametrize(
    "what",
    ["", "dance/1", "up/x", "add/nothing", "undo/x", "undo/-1", "undo/" + "9" * 40, "undo/7"],
)
def test_what_nobody_can_ask_is_not_there(client: Client, what: str) -> None:
    plan = office(client)
    assert act(client, what).status_code == 404
    assert not plan.changes.exists()


def test_a_key_asks_as_a_button_does(client: Client) -> None:
    plan = office(client)
    client.post(ACT, {"asked": f"up/{STAFF}"}, headers=PART)
    assert labels(plan) == "Bidrag | Kansli(Lön Hyra) | "


def test_without_a_script_the_page_comes_back(client: Client) -> None:
    office(client)
    response: Any = client.post(ACT, {"does": f"up/{STAFF}", "jamfor": "1"})
    assert response.headers["Location"] == f"{PAGE}?jamfor=1"


def test_undo_and_redo_follow_each_other(client: Client) -> None:
    plan = office(client)
    act(client, f"up/{STAFF}")
    html = body(act(client, f"undo/{plan.changes.latest('pk').pk}"))
    assert "Det är gjort ogjort: Lön." in html
    assert labels(plan) == "Bidrag | Kansli(Hyra Lön) | "
    act(client, f"redo/{plan.changes.latest('pk').pk}")
    assert labels(plan) == "Bidrag | Kansli(Lön Hyra) | "


def test_another_plans_change_is_not_undone_here(client: Client) -> None:
    office(client)
    other = import_plan(factories.content("kusten")).plan
    change = other.changes.create(
        kind="cells", key=RENT, action="edited", person_name="x",
        began_at="2024-10-01T12:00Z", changed_at="2024-10-01T12:00Z",
    )  # fmt: skip
    assert act(client, f"undo/{change.pk}").status_code == 404


def test_a_source_is_accepted_or_a_line_added_for_what_is_missing(client: Client) -> None:
    printed = Printed(row=str(OFFICE), column=COLUMN, amount=40_000, source="Excel, flik 1/2")
    plan = office(client, printed=(printed,))
    page = text(client.get(PAGE))
    assert "Kansli, Budget 2025: I excel, flik 1/2 står 40 000 kr. Raderna ger 35 000" in page
    place = f"{OFFICE}/{COLUMN}/Excel, flik 1/2"
    act(client, f"missing/{place}")
    assert labels(plan) == "Bidrag | Kansli(Hyra Lön Rad som saknades) | "
    act(client, f"accept/{place}")
    assert stands(plan).printed == ()


def test_a_line_shows_what_more_is_said_of_it_and_where_it_can_go(client: Client) -> None:
    office(client)
    html = body(client.get(LINE, headers=PART))
    assert ("dialog", "data-modal") in [(tag, name) for tag, a in tags(html) for name in a]
    options = [a["value"] for tag, a in tags(html) if tag == "option"]
    assert [v for v in options if v in ("income", "cost", "financial", str(OFFICE))] == [
        "income",
        "cost",
        str(OFFICE),
        "financial",
    ]


def test_a_line_is_tied_to_a_member_and_to_an_insats(client: Client) -> None:
    plan = office(client)
    tie = f"{LINE}knyt/"
    assert client.post(tie, {"member": str(factories.key("Berg"))}, headers=PART).status_code == 204
    insats = str(factories.key("insats"))
    assert client.post(tie, {"intervention": insats}, headers=PART).status_code == 204
    rent = stands(plan).costs[0].lines[0]
    assert (rent.member, rent.intervention) == (factories.key("Berg"), factories.key("insats"))


@pytest.mark.parametrize("values", [{}, {"member": "x"}, {"member": str(factories.key("gone"))}])
def test_a_line_is_tied_to_nothing_that_is_not_there(
    client: Client, values: dict[str, str]
) -> None:
    plan = office(client)
    assert client.post(f"{LINE}knyt/", values, headers=PART).status_code == 422
    assert not plan.changes.exists()


def test_a_line_that_is_gone_is_tied_to_nothing(client: Client) -> None:
    office(client)
    assert (
        client.post(f"{PAGE}rad/{factories.key('gone')}/knyt/", {"member": ""}).status_code == 410
    )


def test_a_column_says_how_it_opens(client: Client) -> None:
    plan = office(client)
    values = {"edition": 1, "year": 2025, "kind": "budget", "opening": "250 000"}
    response = client.post(COLUMN_PAGE, values | {"opening_source": "prognos"}, headers=PART)
    assert 'id="grid"' in body(response)
    [column] = stands(plan).columns
    assert (column.opening, column.opening_source) == (250_000, "prognos")
    assert "prognos" in body(response)


WRONG = [
    ({"year": "x"}, "Skriv ett år mellan 2004 och 2100."),
    ({"year": "1999"}, "Skriv ett år mellan 2004 och 2100."),
    ({"opening": "250o"}, "är inte ett belopp."),
    ({"opening": "1" * 16}, "för stort"),
    ({"opening_source": "x" * 301}, "Högst 300 tecken."),
    ({"edition": "7"}, "Någon annan har ändrat kolumnen"),
]


@pytest.mark.parametrize(("wrong", "why"), WRONG)
def test_what_is_wrong_in_a_column_is_said_and_kept(
    client: Client, wrong: dict[str, str], why: str
) -> None:
    plan = office(client)
    before = stands(plan)
    values = {"edition": "1", "year": "2025", "kind": "budget", "opening": "1"} | wrong
    response = client.post(COLUMN_PAGE, values, headers=PART)
    assert response.status_code == 422
    assert why in body(response)
    assert stands(plan) == before


def test_a_column_of_a_year_and_kind_that_is_there_is_refused(client: Client) -> None:
    plan = office(client)
    wanted = {"year": "2025", "kind": "budget", "copy": ""}
    response = client.post(ADD_COLUMN, wanted, headers=PART)
    assert response.status_code == 422
    assert "Det finns redan en kolumn för det året och slaget." in body(response)
    assert len(stands(plan).columns) == 1


def test_a_column_is_added_with_the_amounts_of_another(client: Client) -> None:
    plan = office(client)
    response = client.post(
        ADD_COLUMN, {"year": "2026", "kind": "plan", "copy": COLUMN}, headers=PART
    )
    assert 'id="grid"' in body(response)
    found = stands(plan)
    assert [column.name for column in found.columns] == [COLUMN, "plan-2026"]
    assert found.income[0].amounts == {COLUMN: 500_000, "plan-2026": 500_000}


def test_a_column_that_is_gone_says_so(client: Client) -> None:
    office(client)
    gone = f"{PAGE}kolumn/plan-2031/"
    assert client.get(gone, headers=PART).status_code == 404
    response = client.post(gone, {"year": "2031"}, headers=PART)
    assert "Någon har tagit bort kolumnen medan du hade den öppen." in body(response)


def test_the_look_is_switched_on_the_spot_and_the_dialog_stays(client: Client) -> None:
    plan = office(client)
    values = {
        "unit": "tkr", "cost_sign": "negative", "subtotals": "after", "shows_result": "on",
        "label_result": "Resultat",
    }  # fmt: skip
    html = body(client.post(SETTINGS, values, headers=PART))
    found = stands(plan)
    assert (found.unit, found.cost_sign, found.subtotals) == ("tkr", "negative", "after")
    assert found.computed_rows == {"result": "Resultat"}
    assert 'value="−35"' in html
    assert 'id="dialogs"' not in html


def test_what_somebody_else_has_chosen_meanwhile_stays(client: Client) -> None:
    plan = office(client)
    html = body(client.get(SETTINGS, headers=PART))
    [shown] = [a["value"] for tag, a in tags(html) if a.get("name") == "shown"]
    opened = {"unit": "kr", "cost_sign": "positive", "subtotals": "before", "shown": shown}
    client.post(SETTINGS, opened | {"unit": "tkr"}, headers=PART)
    client.post(SETTINGS, opened | {"cost_sign": "negative"}, headers=PART)
    found = stands(plan)
    assert (found.unit, found.cost_sign) == ("tkr", "negative")


@pytest.mark.parametrize("wrong", [{"unit": "euro"}, {"label_result": "x" * 201}, {}])
def test_a_look_that_there_is_not_is_refused(client: Client, wrong: dict[str, str]) -> None:
    plan = office(client)
    before = stands(plan)
    values = {"unit": "tkr", "cost_sign": "negative", "subtotals": "after"} if wrong else {}
    assert client.post(SETTINGS, values | wrong, headers=PART).status_code == 422
    assert stands(plan) == before


@pytest.mark.parametrize("address", GETS)
def test_the_pages_are_for_the_office(client: Client, address: str) -> None:
    plan = office(client)
    for role in ("board", "member", "auditor"):
        factories.signed_in(client, role, plan.federation)
        assert client.get(address, headers=PART).status_code == 403
    factories.signed_in(client, "chief", factories.federation("kusten"))
    assert client.get(address, headers=PART).status_code == 404


@pytest.mark.parametrize("address", POSTS)
def test_it_is_changed_by_post_alone_and_by_the_office(client: Client, address: str) -> None:
    plan = office(client)
    assert client.get(address).status_code == 405
    factories.signed_in(client, "board", plan.federation)
    assert client.post(address).status_code == 403
    factories.signed_in(client, "chief", factories.federation("kusten"))
    assert client.post(address).status_code == 404


@pytest.mark.parametrize("address", [*GETS, *POSTS])
def test_a_decided_budget_is_locked(client: Client, address: str) -> None:
    decided = Decision(kind=DecisionKind.DECIDED, decided_on=date(2024, 11, 28))
    content = replace(factories.content(), budget=sheet())
    plan = import_plan(replace(content, status=Status.DECIDED, decisions=(decided,))).plan
    factories.signed_in(client, "chief", plan.federation)
    ask = client.post if address in POSTS else client.get
    assert ask(address).status_code == 403


@pytest.mark.parametrize("address", [LINE, COLUMN_PAGE, ADD_COLUMN, SETTINGS])
def test_without_a_script_a_dialog_is_the_page(client: Client, address: str) -> None:
    office(client)
    response: Any = client.get(address)
    assert response.headers["Location"] == PAGE


@pytest.mark.parametrize("address", [LINE, COLUMN_PAGE, ADD_COLUMN, SETTINGS])
def test_a_plan_without_a_budget_has_none_of_it(client: Client, address: str) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    factories.signed_in(client, "chief", plan.federation)
    assert client.get(address, headers=PART).status_code == 404


@pytest.mark.parametrize("count", [0, 300])
def test_however_many_lines_the_page_is_as_many_queries(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lines = [
        Line(key=factories.key(f"line {n}"), label=f"Rad {n}", amounts={COLUMN: n})
        for n in range(count)
    ]
    office(client, lines)
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        client.get(PAGE)
