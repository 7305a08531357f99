"""The missiv's page, and the papers before they are sent."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from finsam.federations.models import Federation, Meeting
from plans.deciding.approving import approve
from plans.deciding.missives import missive_of
from plans.deciding.revising import revise
from plans.deciding.transition import last_seen
from plans.models import BoardPapers, Missive, Plan
from tests import factories
from tests.plans.deciding import cases
from tests.plans.exports.printing import text_of
from tests.plans.views.html import text

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
]

PLAN = "/fjallbygden/2025/"
PAGE, PREVIEW, SEND = (f"{PLAN}styrelsen/{name}/" for name in ("missiv", "underlag", "skicka"))
SAID = {
    "matter": "Plan och budget",
    "background": "Så har det gått till.",
    "meeting_on": "2024-11-28",
    "text_0": "att fastställa planen",
    "text_1": "ge kansliet rätt att\nrätta skrivfel",
    "text_2": "",
}


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def office(client: Client, plan: Plan) -> Client:
    client.force_login(cases.office(plan))
    return client


def filled_in(plan: Plan, **more: str) -> dict[str, str]:
    return SAID | {"edition": str(missive_of(plan).edition)} | more


def test_unwritten_it_begins_as_usual(client: Client, plan: Plan) -> None:
    page = office(client, plan).get(PAGE).content.decode()
    assert 'value="Verksamhetsplan och budget 2025"' in page
    assert f"fastställa {plan.title} med budget</textarea>" in page
    assert "Det finns ingen beslutad plan att jämföra med." in page


def test_the_days_to_choose_among_are_the_federations(client: Client, plan: Plan) -> None:
    Meeting.objects.create(federation=plan.federation, held_on="2024-11-28", note="I Storuman")
    page = office(client, plan).get(PAGE).content.decode()
    assert '<option value="2024-11-28">I Storuman</option>' in page


def test_it_is_saved_and_printed(client: Client, plan: Plan) -> None:
    assert office(client, plan).post(PAGE, filled_in(plan))["Location"] == PAGE
    missive = Missive.objects.get()
    assert missive.proposals == ["fastställa planen", "ge kansliet rätt att rätta skrivfel"]
    assert (missive.matter, missive.edition, str(missive.meeting_on)) == (
        "Plan och budget",
        1,
        "2024-11-28",
    )
    response = client.get(PREVIEW)
    assert response["Content-Type"] == "application/pdf"
    said = text_of(response.content)
    assert "2. att ge kansliet rätt att rätta skrivfel" in said
    assert f"Förslag till styrelsen {timezone.localdate()}" in said
    assert not BoardPapers.objects.exists()


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"matter": ""}, "Skriv vad ärendet heter."),
        ({"matter": "x" * 301}, "Skriv högst 300 tecken."),
        ({"meeting_on": "i morgon"}, "Skriv datumet som 2023-11-30."),
        ({"background": "x" * 20_001}, "Skriv högst 20000 tecken."),
        ({"text_0": "", "text_1": "att "}, "Skriv minst en att-sats."),
        ({"text_0": "x" * 1001}, "Skriv högst 1000 tecken."),
        ({"edition": "7"}, "Läs det först. Det du har skrivit står kvar här"),
        ({"edition": "x"}, "Läs det först. Det du har skrivit står kvar här"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    client: Client, plan: Plan, sent: dict[str, str], wrong: str
) -> None:
    response = office(client, plan).post(PAGE, filled_in(plan, **sent))
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert not Missive.objects.exists()


def test_of_two_the_second_is_told_and_keeps_what_was_typed(client: Client, plan: Plan) -> None:
    read = filled_in(plan, background="Min text.")
    office(client, plan).post(PAGE, filled_in(plan))
    response = client.post(PAGE, read)
    page = response.content.decode()
    assert response.status_code == 422
    assert "chef@berg.se sparade missivet kl." in page
    assert ("Min text.</textarea>" in page, 'name="edition" value="1"' in page) == (True, True)
    assert Missive.objects.get().background == "Så har det gått till."
    assert client.post(PAGE, read | {"edition": "1"}).status_code == 302


def test_findings_and_what_is_turned_off_stand_beside_it(client: Client, plan: Plan) -> None:
    Federation.objects.update(disabled_checks={"characters": "Vi har ett eget typsnitt."})
    page = text(office(client, plan).get(PAGE))
    assert "Att se över:" in page
    assert "Vi har ett eget typsnitt." in page


def test_before_it_is_sent_the_missiv_is_shown_in_brief(client: Client, plan: Plan) -> None:
    page = text(office(client, plan).get(SEND))
    assert "Mötesdagen är inte ifylld i missivet. Du kan skicka ändå." in page
    client.post(PAGE, filled_in(plan))
    page = text(client.get(SEND))
    assert "att fastställa planen" in page
    assert "Mötet 2024-11-28 har redan varit. Du kan skicka ändå." in page


def test_with_days_enough_nothing_is_warned_about(client: Client, plan: Plan) -> None:
    office(client, plan).post(PAGE, filled_in(plan, meeting_on="2199-11-28"))
    client.post(PAGE, filled_in(plan, meeting_on=f"{timezone.localdate().year + 1}-12-31"))
    assert "Du kan skicka ändå." not in text(client.get(SEND))


@pytest.mark.parametrize("address", [PAGE, PREVIEW])
@pytest.mark.parametrize(
    ("who", "status"), [("board", 403), ("auditor", 403), ("member", 403), ("staff", 200)]
)
def test_only_the_office_writes_it(
    client: Client, plan: Plan, address: str, who: str, status: int
) -> None:
    response: Any = factories.signed_in(client, who, plan.federation).get(address)
    assert response.status_code == status


@pytest.mark.parametrize("address", [PAGE, PREVIEW])
def test_another_federations_office_finds_nothing(client: Client, plan: Plan, address: str) -> None:
    other = factories.draft_plan("slattbygden")
    client.force_login(factories.person("chief", other.federation, "granne@slatt.se"))
    assert client.get(address).status_code == 404
    assert client.post(PAGE, SAID).status_code == 404


@pytest.mark.parametrize("address", [PAGE, PREVIEW])
def test_when_it_is_decided_there_is_nothing_to_send(
    client: Client, plan: Plan, address: str
) -> None:
    factories.decide(plan)
    response = office(client, plan).get(address)
    assert (response.status_code, "Planen beslutades" in text(response)) == (403, True)


def test_the_preview_is_read_and_not_posted(client: Client, plan: Plan) -> None:
    assert office(client, plan).post(PREVIEW).status_code == 405


def test_in_a_revision_it_is_begun_anew_and_the_edition_goes_on(client: Client) -> None:
    plan = cases.before_board()
    chief = office(client, plan)
    chief.post(PAGE, filled_in(plan))
    approve(cases.approval(plan, cases.record(plan)))
    revise(plan, by=cases.office(plan), seen=last_seen(plan))
    plan.refresh_from_db()
    begun = missive_of(plan)
    assert (begun.background, begun.meeting_on, begun.edition) == ("", None, 1)
    assert begun.proposals[0].startswith("revidera ")


def test_refused_for_what_was_typed_it_is_still_written_over_what_was_read(
    client: Client, plan: Plan
) -> None:
    chief = office(client, plan)
    chief.post(PAGE, filled_in(plan))
    late = SAID | {"edition": "0", "meeting_on": "i morgon"}
    page = chief.post(PAGE, late).content.decode()
    assert '<input type="hidden" name="edition" value="0" />' in page
