"""A plan's samråd, read out of the database."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from plans.deciding.consulting.reporting import brief_of, report_of
from plans.deciding.sending import take_back
from plans.deciding.transition import last_seen
from plans.models import Consultation, Plan
from tests import factories
from tests.plans.deciding.cases import ADDRESS, office
from tests.plans.deciding.consulting.cases import newest, opened

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.django_db,
]


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def test_without_samrad_there_is_nothing_in_brief(plan: Plan) -> None:
    assert (report_of(plan).rounds, brief_of(plan)) == ((), ())


def test_a_corrected_version_is_another_sending_of_the_round(plan: Plan) -> None:
    opened(plan)
    opened(plan, list(plan.federation.members.all()))
    [one] = report_of(plan).rounds
    assert [len(sending.recipients) for sending in one.sendings] == [2, 2]
    assert one.sendings[1].label.endswith(", rättad")
    assert one.sendings[0].recipients[0] == ("Kommunen Skymning", "kommun@berg.se")


def test_the_address_of_a_person_is_not_printed(plan: Plan) -> None:
    anna = factories.person("member", plan.federation)
    opened(plan, [], people=[anna])
    [one] = report_of(plan).rounds
    assert one.sendings[0].recipients == ((str(anna), ""),)


def test_taken_back_it_tells_how_it_ended(plan: Plan) -> None:
    opened(plan)
    take_back(plan, reason="Fel.", by=office(plan), seen=last_seen(plan), address=ADDRESS)
    [one] = report_of(plan).rounds
    today = timezone.localdate()
    assert one.ended == f"Det slutade {today}, när chef@berg.se tog tillbaka planen."


def test_what_was_held_before_the_decision_does_not_count_after_it(plan: Plan) -> None:
    factories.consultation(plan)
    assert brief_of(plan)[0].startswith("Samråd hölls 2024-10-27")
    factories.version(plan, "decided")
    assert brief_of(plan) == ()
    factories.consultation(plan)
    assert [one.counts for one in report_of(plan).rounds] == [False, True]


def test_who_was_no_member_then_is_not_counted(plan: Plan) -> None:
    consultation = factories.consultation(plan)
    before = consultation.opened_on - timedelta(days=1)
    later = consultation.opened_on + timedelta(days=1)
    for name, days in (
        ("Lämnade", {"left_on": before}),
        ("Kom sedan", {"joined_on": later}),
        ("Lämnade sedan", {"left_on": later}),
    ):
        member = factories.member(plan.federation, name)
        type(member).objects.filter(pk=member.pk).update(**days)
    [one] = report_of(plan).rounds
    assert [member.name for member in one.members] == ["Kommunen Skymning", "Lämnade sedan"]


def test_each_answer_is_told_with_those_before_it(plan: Plan) -> None:
    opened(plan)
    factories.answer(newest(plan), text="Först.")
    factories.answer(newest(plan), text="Sedan.", edition=2)
    one = report_of(plan).rounds[0].members[0]
    assert one.answer
    assert (one.answer.text, [a.text for a in one.earlier]) == ("Sedan.", ["Först."])
    assert one.answer.version.startswith("Samrådsversion")
    assert len(report_of(plan).files) == 2


@pytest.mark.parametrize("count", [1, 8])
def test_the_queries_are_as_many_for_many(
    plan: Plan, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version = factories.version(plan, "consultation")
    for number in range(count):
        member = factories.member(plan.federation, f"Kommun {number}")
        one = factories.consultation(plan, version)
        factories.consultation_link(version, member, consultation=one)
        factories.answer(one, member)
    with django_assert_num_queries(9):
        report_of(plan)
    assert Consultation.objects.count() == count
