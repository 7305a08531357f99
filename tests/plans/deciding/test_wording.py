"""A decision in words, as it is sent and posted."""

from datetime import date
from typing import Any

import pytest

from plans.deciding.wording import decision_text, notice_text, record_of, record_text
from plans.models import Decision, DecisionRecord, Plan
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2024, 11, 28)
GRANTED = {"text": "fastställa planen", "outcome": "granted"}
REJECTED = {"text": "flytta 50 tkr", "outcome": "rejected"}
SEATS: dict[str, Any] = {"seat": 1, "member": "Berg"}


@pytest.fixture
def plan() -> Plan:
    return factories.decided_plan()


def recorded(plan: Plan, **fields: Any) -> DecisionRecord:
    given = {
        "kind": "decided",
        "decided_on": DAY,
        "version": 1,
        "resolutions": [GRANTED, REJECTED],
        "attendance": [
            SEATS | {"name": "Ann Ek", "has_conflict": True},
            SEATS | {"name": "Bo Al", "attended": "absent"},
        ],
        "written_by": "Carin",
        "approved_by": "Dag",
        "approved_at": "2024-11-29T10:00+01:00",
    }
    return DecisionRecord.objects.create(plan=plan, **(given | fields))


def test_a_decision_out_of_a_file_says_what_is_known(plan: Plan) -> None:
    version = factories.version(plan, label="Beslutad 2024-11-28", title="Planen")
    assert decision_text(plan, version) == (
        "Samordningsförbundet Fjallbygden\n"
        "Styrelsens sammanträde 2024-11-28\n"
        "\n"
        "Planen\n"
        "Versionen som gäller: Beslutad 2024-11-28."
    )


def test_a_recorded_one_says_each_att_sats_and_what_became_of_it(plan: Plan) -> None:
    Decision.objects.update(minutes_paragraph="§ 42", registry_number="2024-7", adjusted_on=DAY)
    recorded(plan, meeting="Berg", reservations="Bo reserverar sig.")
    text = decision_text(plan, factories.version(plan, title="Planen", label="V"))
    assert text.split("\n\n")[0].endswith(
        "Styrelsens sammanträde 2024-11-28, Berg\n§ 42\nDiarienummer 2024-7\n"
        "Protokollet justerat 2024-11-28"
    )
    assert text.split("\n\n")[3:] == [
        "Styrelsens beslut\n- att fastställa planen: bifall\n- att flytta 50 tkr: avslag",
        "Reservationer\nBo reserverar sig.",
    ]


def test_the_record_of_a_referral_or_a_draft_is_not_the_decisions(plan: Plan) -> None:
    decision = plan.decisions.get()
    recorded(plan, referral="Mål 3 saknar mått.")
    recorded(plan, approved_by="", approved_at=None)
    assert record_of(plan, decision) is None
    assert record_of(plan, decision) != recorded(plan)
    assert record_of(plan, decision) is not None


def test_a_notice_says_the_days_that_are_known(plan: Plan) -> None:
    decision, version = plan.decisions.get(), factories.version(plan, title="Planen")
    assert notice_text(plan, version, decision).splitlines() == [
        "Anslag om styrelsens beslut",
        "",
        "Organ: Samordningsförbundet Fjallbygden, styrelsen",
        "Sammanträde: 2024-11-28",
        "Ärende: Planen",
        "Protokollet förvaras hos: Samordningsförbundet Fjallbygden",
    ]
    decision.adjusted_on = decision.posted_on = decision.taken_down_on = DAY
    text = notice_text(plan, version, decision)
    for line in ("Anslag om justerat protokoll", f"Anslaget: {DAY}", f"Tas ned: {DAY}"):
        assert line in text


def test_a_whole_record_says_who_was_there(plan: Plan) -> None:
    text = record_text(recorded(plan, others="Eva, sekreterare", with_changes=True))
    for part in (
        "Styrelsen hade version 1, och beslutade med ändringar.",
        "Närvarande\nAnn Ek, Berg, jäv",
        "Frånvarande\nBo Al",
        "Övriga\nEva, sekreterare",
        "Reservationer\nIngen.",
        "Godkänt av Dag.",
    ):
        assert part in text.split("\n\n")
