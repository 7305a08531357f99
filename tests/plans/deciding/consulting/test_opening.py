"""A round is opened with the version that is sent, and goes on with a corrected one."""

import pytest
from django.utils import timezone

from finsam.letters.models import Letter
from plans.deciding.consulting.links import address_of
from plans.deciding.sending import lacks_samrad
from plans.models import Consultation, ConsultationLink, Plan, Recipient
from tests import factories
from tests.plans.deciding.consulting.cases import SITE, link, members, opened

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.django_db,
]


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def test_each_member_is_written_to_and_kept_as_a_recipient(plan: Plan) -> None:
    version = opened(plan)
    recipients = Recipient.objects.filter(version=version).values_list("name", "address", "user")
    assert list(recipients) == [
        ("Kommunen Skymning", "kommun@berg.se", None),
        ("Region Jämtland", "region@z.se", None),
    ]
    to = Letter.objects.filter(kind="consultation_sent").values_list("to_address", flat=True)
    assert set(to) == {"kommun@berg.se", "region@z.se"}


def test_the_letter_says_when_what_it_means_and_where(plan: Plan) -> None:
    opened(plan, days=0)
    body = Letter.objects.get(to_address="kommun@berg.se").body
    assert f"Svara senast {timezone.localdate()}" in body
    assert "Er del 2025: 368\u00a0000\u00a0kr." in body
    assert "Läs gärna budgeten först." in body
    assert address_of(link(plan), SITE) in body
    assert "rättad version" not in body


def test_a_corrected_version_goes_on_with_the_round(plan: Plan) -> None:
    opened(plan)
    version = opened(plan, list(plan.federation.members.all()), days=5)
    [consultation] = Consultation.objects.all()
    assert consultation.version == version.number == 2
    assert ConsultationLink.objects.filter(revoked_at=None).count() == 2
    assert ConsultationLink.objects.exclude(revoked_at=None).count() == 2
    assert "Det här är en rättad version." in Letter.objects.latest("pk").body


def test_without_members_there_is_a_round_all_the_same(plan: Plan) -> None:
    opened(plan, [], people=[factories.person("member", plan.federation)])
    assert (Consultation.objects.count(), ConsultationLink.objects.count()) == (1, 0)


def test_nothing_is_left_where_a_letter_cannot_be_written(plan: Plan) -> None:
    [one, *_] = members(plan)
    one.official_address = "x" * 300
    with pytest.raises(Exception, match="too long"):
        opened(plan, [one])
    plan.refresh_from_db()
    assert plan.status == "draft"
    assert (Consultation.objects.count(), Letter.objects.count()) == (0, 0)


def test_with_a_round_the_plan_lacks_no_samrad(plan: Plan) -> None:
    assert lacks_samrad(plan)
    factories.consultation(plan)
    assert not lacks_samrad(plan)


def test_whose_link_is_replaced_gets_the_new_one_also_where_it_was_not_chosen(plan: Plan) -> None:
    opened(plan)
    opened(plan, [])
    assert ConsultationLink.objects.filter(revoked_at=None, version=2).count() == 2
    assert Letter.objects.filter(kind="consultation_sent").count() == 4
