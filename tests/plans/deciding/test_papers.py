"""The board's papers are made of the very document that is sent, and kept with it or not at all."""

from datetime import date, timedelta
from hashlib import sha256

import psycopg
import pytest
from django.db import DatabaseError, transaction

from finsam.letters.models import Letter
from plans.deciding import papers
from plans.deciding.measure import base_of, news_of
from plans.deciding.missives import (
    SavedMeanwhile,
    Written,
    meeting_warning,
    missive_of,
    save_missive,
)
from plans.deciding.transition import Incomplete, Moved
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.models import BoardPapers, Decision, Missive, Plan, PlanVersion
from tests import factories
from tests.plans.deciding import cases
from tests.plans.exports.printing import text_of
from tests.plans.exports.structure import faults

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
]

SAID = Written(
    matter="Plan och budget",
    background="Så här har det gått till.",
    proposals=["fastställa planen", "ge kansliet rätt att rätta skrivfel"],
    meeting_on=date(2024, 11, 28),
)


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def write(plan: Plan, said: Written = SAID, edition: int | None = None) -> Missive:
    edition = missive_of(plan).edition if edition is None else edition
    return save_missive(plan, written=said, by=cases.office(plan), edition=edition)


def document(plan: Plan) -> Document:
    return document_of(load_content(plan), pictures={})


def test_sent_to_the_board_the_plan_has_its_papers(plan: Plan) -> None:
    write(plan)
    cases.send(plan)
    kept, version = BoardPapers.objects.get(), PlanVersion.objects.get()
    assert (kept.number, kept.version, kept.title) == (1, 1, "Plan och budget")
    assert (kept.meeting_on, kept.sent_on) == (date(2024, 11, 28), version.dated_on)
    assert kept.proposals == SAID.proposals
    assert kept.sha256 == sha256(bytes(kept.pdf)).hexdigest()
    text = text_of(bytes(kept.pdf))
    assert "Så här har det gått till." in text
    assert version.label in text
    assert faults(bytes(kept.pdf)) == []


def test_the_letter_names_the_meeting_and_leads_to_the_boards_page(plan: Plan) -> None:
    write(plan)
    cases.send(plan)
    body = Letter.objects.get(kind="version_sent").body
    assert "Styrelsen behandlar den 2024-11-28." in body
    assert "http://testserver/fjallbygden/2025/styrelsen/\n" in body


def test_for_samrad_there_are_no_papers(plan: Plan) -> None:
    cases.send(plan, "consultation", without_consultation="")
    assert not BoardPapers.objects.exists()
    assert "versioner/1/" in Letter.objects.get(kind="version_sent").body


def test_a_corrected_version_has_new_papers(plan: Plan) -> None:
    cases.send(cases.send(plan))
    assert list(BoardPapers.objects.values_list("number", "version")) == [(1, 1), (2, 2)]


def test_unwritten_the_missiv_is_the_usual_one(plan: Plan) -> None:
    cases.send(plan)
    kept = BoardPapers.objects.get()
    assert (kept.title, kept.meeting_on) == ("Verksamhetsplan och budget 2025", None)


def test_a_missiv_that_is_written_meanwhile_stops_it(plan: Plan) -> None:
    enclosed = papers.Enclosed(sent_on=date(2024, 11, 18))
    enclosed.press(plan, document(plan))
    write(plan)
    with pytest.raises(Incomplete, match="Missivet ändrades"):
        enclosed.keep(factories.version(plan, "board"))
    assert not BoardPapers.objects.exists()


def test_papers_are_never_changed_and_never_removed(plan: Plan) -> None:
    factories.papers(factories.version(plan, "board"))
    for act in (lambda: BoardPapers.objects.update(title="x"), BoardPapers.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_the_dnr_is_the_samrads_else_the_last_decisions(plan: Plan) -> None:
    assert papers.registry_number(plan) == ""
    Decision.objects.create(
        plan=plan, kind="decided", decided_on=date(2024, 11, 28), registry_number="2024-7"
    )
    assert papers.registry_number(plan) == "2024-7"
    plan.consultations.create(
        opened_on=date(2024, 10, 1),
        closes_on=date(2024, 10, 20),
        held="På medlemsmötet.",
        registry_number="2024-5",
    )
    assert papers.registry_number(plan) == "2024-5"


def test_of_two_who_write_the_second_is_told_who_was_first(plan: Plan) -> None:
    write(plan, edition=0)
    with pytest.raises(SavedMeanwhile, match=r"^chef@berg.se sparade missivet kl\. "):
        write(plan, edition=0)
    assert write(plan).edition == 2


def test_when_the_plan_is_decided_nobody_writes_the_missiv(plan: Plan) -> None:
    factories.decide(plan)
    with pytest.raises(Moved):
        write(plan)


def test_news_are_against_the_plan_in_force_else_the_year_before(plan: Plan) -> None:
    assert base_of(plan) is None
    assert news_of(document(plan), None) is None
    factories.decided_plan(year=2023)
    before = base_of(plan)
    assert before and before.label == f"{factories.SECRET}splanen 2023"
    factories.version(plan, "decided", label="Beslutad 2024-11-28")
    found = base_of(plan)
    assert found
    assert found.label == f"{plan.title}, beslutad 2024-11-28"
    news = news_of(document(plan), found)
    assert news and news.is_empty


def test_a_draft_of_the_year_before_is_nothing_to_measure_against(plan: Plan) -> None:
    factories.draft_plan(year=2024)
    assert base_of(plan) is None


@pytest.mark.parametrize(
    ("days", "warning"),
    [
        (None, "Mötesdagen är inte ifylld i missivet."),
        (-1, "Mötet 2024-11-09 har redan varit."),
        (0, "Mötet är i dag. Förbundets regel är att underlaget skickas minst 10 dagar före."),
        (1, "Det är en dag till mötet. Förbundets regel är"),
        (9, "Det är 9 dagar till mötet. Förbundets regel är"),
        (10, ""),
    ],
)
def test_too_few_days_before_the_meeting_are_warned_about(
    plan: Plan, days: int | None, warning: str
) -> None:
    today = date(2024, 11, 10)
    meeting = None if days is None else today + timedelta(days=days)
    said = meeting_warning(Missive(plan=plan, meeting_on=meeting), today)
    assert said.startswith(warning)
    assert bool(said) is bool(warning)


def test_the_servers_role_adds_papers_and_changes_none(app_connection: psycopg.Connection) -> None:
    rights = "SELECT has_table_privilege('plans_boardpapers', %s)"
    found = {
        right: app_connection.execute(rights, [right]).fetchone()
        for right in ("INSERT", "UPDATE", "DELETE")
    }
    assert found == {"INSERT": (True,), "UPDATE": (False,), "DELETE": (False,)}
