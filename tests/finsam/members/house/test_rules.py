"""Regler, möten, revisorer, kontroller and the share key."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from budgets.models import ShareEntry, ShareKey
from finsam.federations.forms.shown import OVERTAKEN
from finsam.federations.models import Federation, Meeting
from finsam.federations.reading import profile_of
from finsam.members.house.forms.held import ENDS_TOO_SOON
from finsam.members.models import Auditor
from tests import factories
from tests.finsam.members.house.pages import ROOT, errors, filled_in, links, sent
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NOT_A_PAGE = "Skriv adressen som https://www.kommun.se."
SAME_STEP_TWICE = {"above_0": "9", "percent_0": "1", "above_1": "9", "percent_1": "1"}


def test_the_rules_are_kept(office: Client) -> None:
    response = sent(
        office,
        "regler/",
        papers_days="7",
        decision_word="settled",
        decision_day="30/11",
        decision_day_source="Förbundsordningen 14 §",
        quorum="5",
        notice_board_url="fjallet.se/anslagstavla",
        above_0="0",
        percent_0="20",
        above_1="7 000 000",
        percent_1="15",
        floor="1 000 000 kr",
        equity_base="income",
        keeping_months="36",
        default_unit="tkr",
    )
    assert response.url == f"{ROOT}regler/"
    federation = Federation.objects.get()
    assert (federation.papers_days, federation.quorum, federation.keeping_months) == (7, 5, 36)
    assert federation.equity_steps == [
        {"above": 0, "percent": 20},
        {"above": 7_000_000, "percent": 15},
    ]
    rules = profile_of(federation).rules
    assert (rules.decision_day, rules.decision_word) == ("11-30", "settled")
    assert (rules.equity_floor, rules.equity_base) == (1_000_000, "income")
    assert federation.notice_board_url == "https://fjallet.se/anslagstavla"
    assert federation.default_unit == "tkr"


def test_what_is_taken_away_is_gone(office: Client, federation: Federation) -> None:
    federation.equity_floor, federation.quorum = 5_000, 3
    federation.equity_steps = [{"above": 0, "percent": 20}]
    federation.save()
    assert filled_in(office, "regler/")["floor"] == "5\u00a0000"
    sent(office, "regler/", floor="", quorum="", above_0="", percent_0="")
    federation = Federation.objects.get()
    assert (federation.equity_floor, federation.quorum, federation.equity_steps) == (None, None, [])


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"papers_days": "91"}, "papers_days", "Skriv ett heltal från 0 till 90."),
        ({"consultation_days": ""}, "consultation_days", "Skriv ett heltal från 0 till 180."),
        ({"quorum": "0"}, "quorum", "Skriv ett heltal från 1 till 100."),
        ({"decision_day": "31/11"}, "decision_day", "Skriv månad och dag som 11-30."),
        ({"floor": "1,5 mkr"}, "floor", "Skriv beloppet i hela kronor, till exempel 1 000 000."),
        ({"above_0": "0"}, "percent_0", "Fyll i båda, eller ingen av dem."),
        ({"percent_2": "7"}, "above_2", "Fyll i båda, eller ingen av dem."),
        (SAME_STEP_TWICE, "above_1", "Skriv stegen i ordning, det lägsta först."),
        ({"notice_board_url": "anslag tavlan"}, "notice_board_url", NOT_A_PAGE),
        ({"decision_word": "klubbad"}, "decision_word", "Välj något i listan."),
        ({"keeping_months": "-1"}, "keeping_months", "Skriv ett heltal från 0 till 240."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_said_beside_it(
    office: Client, values: dict[str, str], field: str, said: str
) -> None:
    page = sent(office, "regler/", **values)
    assert errors(page) == {field: [said]}
    assert Federation.objects.get().papers_days == 10


def test_two_do_not_write_over_each_others_rules(office: Client) -> None:
    mine = filled_in(office, "regler/", papers_days="7")
    sent(office, "regler/", papers_days="14")
    assert errors(office.post(f"{ROOT}regler/", mine)) == {
        "": [OVERTAKEN],
        "papers_days": ["Nu står här: ”14”."],
    }


def meetings(*rows: tuple[str, str]) -> dict[str, str]:
    values = {"meetings-TOTAL_FORMS": "6", "meetings-INITIAL_FORMS": "0"}
    for number, (day, note) in enumerate(rows):
        values |= {f"meetings-{number}-held_on": day, f"meetings-{number}-note": note}
    return values


def add(office: Client, *rows: tuple[str, str]) -> object:
    return office.post(f"{ROOT}moten/", meetings(*rows), follow=True)


def test_meetings_are_added_and_the_empty_rows_are_none(office: Client) -> None:
    page = add(office, ("2031-02-03", "Årsmöte"), ("", ""), ("24/9 2031", ""))
    assert "2 möten är tillagda." in body(page)
    assert [(m.held_on, m.note) for m in Meeting.objects.all()] == [
        (date(2031, 2, 3), "Årsmöte"),
        (date(2031, 9, 24), ""),
    ]


def test_past_meetings_are_folded_and_a_meeting_is_taken_away(
    office: Client, federation: Federation
) -> None:
    past = Meeting.objects.create(federation=federation, held_on=TODAY - timedelta(1))
    coming = Meeting.objects.create(federation=federation, held_on=TODAY)
    page = office.get(f"{ROOT}moten/")
    assert (page.context["coming"], page.context["past"]) == ([coming], [past])
    office.post(f"{ROOT}moten/{coming.pk}/ta-bort/")
    assert list(Meeting.objects.all()) == [past]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("tisdag", "")], "Skriv datumet som 2023-11-30."),
        ([("", "Årsmöte")], "Skriv mötets dag."),
        ([("2031-02-03", ""), ("3/2 2031", "")], "Mötet 2031-02-03 finns redan."),
        ([("2030-01-01", "")], "Mötet 2030-01-01 finns redan."),
    ],
)
def test_a_meeting_that_is_none_is_told(
    office: Client, federation: Federation, rows: list[tuple[str, str]], said: str
) -> None:
    Meeting.objects.create(federation=federation, held_on=date(2030, 1, 1))
    page = office.post(f"{ROOT}moten/", meetings(*rows))
    assert (page.status_code, said in body(page)) == (422, True)
    assert Meeting.objects.count() == 1


def test_an_auditor_is_added_changed_and_taken_away(office: Client) -> None:
    sent(office, "revisorer/ny/", holder="Ulf Ugn", appointed_by="Bergs kommun")
    auditor = Auditor.objects.get()
    sent(office, f"revisorer/{auditor.pk}/", official_address="revision@berg.se")
    assert "Utsedd av Bergs kommun. revision@berg.se." in text(office.get(f"{ROOT}revisorer/"))
    office.post(f"{ROOT}revisorer/{auditor.pk}/ta-bort/")
    assert Auditor.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"holder": ""}, "holder", "Skriv revisorns namn."),
        ({"official_address": "x"}, "official_address", "Skriv e-postadressen som namn@kommun.se."),
        ({"starts_on": "2024-01-02", "ends_on": "2024-01-01"}, "ends_on", ENDS_TOO_SOON),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_auditor_is_said(
    office: Client, values: dict[str, str], field: str, said: str
) -> None:
    page = sent(office, "revisorer/ny/", **({"holder": "Ulf"} | values))
    assert errors(page) == {field: [said]}


def test_earlier_auditors_stand_below(office: Client, federation: Federation) -> None:
    now = Auditor.objects.create(federation=federation, holder="Siv", ends_on=TODAY)
    before = Auditor.objects.create(
        federation=federation, holder="Ulf", ends_on=TODAY - timedelta(1)
    )
    page = office.get(f"{ROOT}revisorer/")
    assert (page.context["auditors"], page.context["earlier"]) == ([now], [before])


def test_an_account_follows_its_auditor_only(office: Client, federation: Federation) -> None:
    auditor = Auditor.objects.create(
        federation=federation, holder="Ulf", user=factories.person(email="ulf@berg.se")
    )
    sent(office, f"revisorer/{auditor.pk}/", holder="Siv")
    auditor.refresh_from_db()
    assert (auditor.holder, auditor.user) == ("Siv", None)


@pytest.mark.parametrize("count", [1, 12])
def test_auditors_are_read_by_the_same_number_of_queries(
    office: Client,
    federation: Federation,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        Auditor.objects.create(federation=federation, holder=f"Siv {number}")
    with django_assert_num_queries(6):
        office.get(f"{ROOT}revisorer/")


def test_a_check_is_turned_off_by_its_line_and_on_without_it(
    office: Client, federation: Federation
) -> None:
    federation.disabled_checks = {"unknown": "Från en annan version."}
    federation.save()
    sent(office, "kontroller/", shares="Ny kommun 2025.")
    assert Federation.objects.get().disabled_checks == {
        "unknown": "Från en annan version.",
        "shares": "Ny kommun 2025.",
    }
    sent(office, "kontroller/", shares="")
    assert Federation.objects.get().disabled_checks == {"unknown": "Från en annan version."}


def test_a_check_that_is_always_made_cannot_be_turned_off(office: Client) -> None:
    assert "unreadable" not in "".join(office.get(f"{ROOT}kontroller/").context["form"].fields)
    sent(office, "kontroller/", **{"cell-amounts": "Nej."})
    assert Federation.objects.get().disabled_checks == {}


def test_without_a_key_that_is_said(office: Client) -> None:
    assert "Ingen plan har en fördelningsnyckel än." in text(office.get(f"{ROOT}nyckel/"))


def test_the_newest_plans_key_is_shown_with_its_source_and_its_plan(client: Client) -> None:
    plans = [factories.draft_plan(year=year) for year in (2025, 2026)]
    for plan in plans:
        assert plan.budget
        key = ShareKey.objects.create(
            budget=plan.budget,
            basis=f"invånare {plan.year}",
            source="SCB",
            as_of=date(2024, 12, 31),
        )
        payer = plan.federation.members.get()
        ShareEntry.objects.create(share_key=key, member=payer, figure=7140)
    office = factories.signed_in(client, "chief", plans[0].federation)
    page = office.get(f"{ROOT}nyckel/")
    assert "Invånare 2026 Medlem Tal Kommunen Skymning 7" in text(page)
    assert "Källa: SCB. Uppgift per 2024-12-31. Procent skrivs med 1 decimal." in text(page)
    assert "/fjallbygden/2026/" in links(page)


def test_the_federations_word_is_on_its_shelf_and_on_its_plan(client: Client) -> None:
    plan = factories.decided_plan()
    office = factories.signed_in(client, "chief", plan.federation)
    sent(office, "regler/", decision_word="settled")
    assert "Fastställd 2024-11-28" in text(office.get("/fjallbygden/"))
    assert "Fastställd 2024-11-28" in text(office.get(plan.get_absolute_url()))
