from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.federations.models import Federation
from finsam.federations.profile import Defaults, EquityStep, FederationProfile, Logo, Rules
from finsam.federations.reading import profile_of
from finsam.federations.writing import write_profile

pytestmark = pytest.mark.django_db

SMALL = FederationProfile(
    slug="fjall", name="Samordningsförbundet Fjäll", short_name="Fjäll", accent="#1b4c68"
)
FULL = replace(
    SMALL,
    organisation_number="222000-0000",
    seat="Berg",
    email="kansli@fjall.example",
    website="https://fjall.example",
    established_on=date(2010, 1, 1),
    statutes="1 § Namn",
    has_cover_band=False,
    logo=Logo(media_type="image/png", data="iVBORw=="),
    defaults=Defaults(
        unit="tkr",
        cost_sign="negative",
        subtotals="after",
        goal_layout="scorecard",
        numbering_depth=2,
    ),
    rules=Rules(
        equity_steps=(
            EquityStep(above=0, percent=20),
            EquityStep(above=7_000_000, percent=15),
        ),
        equity_base="income",
        equity_floor=1_000_000,
        equity_source="Nationella rådet 2013-10-02",
        decision_day="11-30",
        decision_day_source="Handboken",
        disabled_checks={"deadline": "Vi beslutar i december."},
    ),
)


@pytest.mark.parametrize("profile", [SMALL, FULL], ids=["small", "full"])
def test_a_federation_is_read_as_it_was_written(profile: FederationProfile) -> None:
    write_profile(profile)
    assert profile_of(Federation.objects.get(slug="fjall")) == profile


def test_reading_runs_no_query_of_its_own() -> None:
    federation = Federation.objects.get(pk=write_profile(FULL).pk)
    with CaptureQueriesContext(connection) as captured:
        profile_of(federation)
    assert len(captured) == 0
