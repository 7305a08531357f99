"""What the database refuses about federations and rules, and what their forms say."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from finsam.federations.models import Federation, NationalRule
from finsam.federations.profile import RESERVED_SLUGS
from tests import factories

pytestmark = pytest.mark.django_db


def messages(**fields: object) -> dict[str, list[str]]:
    """What is said of a federation with these values."""
    federation = Federation(**({"slug": "fjall", "name": "Fjäll", "short_name": "F"} | fields))
    try:
        federation.full_clean()
    except ValidationError as refused:
        return refused.message_dict
    return {}


def assert_refused(constraint: str, **fields: object) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.federation(**{"slug": "fjall"} | fields)  # type: ignore[arg-type]


def test_a_federation_needs_an_address_and_a_name_only() -> None:
    assert messages() == {}


@pytest.mark.parametrize("slug", RESERVED_SLUGS)
def test_an_address_of_the_product_is_taken(slug: str) -> None:
    assert_refused("federation_slug_is_free", slug=slug)
    assert messages(slug=slug) == {
        "__all__": ["Adressen används redan av tjänsten. Välj en annan."]
    }


@pytest.mark.parametrize("slug", ["Fjall", "fjall_bygden", "-fjall", "fjall--bygden", ""])
def test_an_address_is_plain(slug: str) -> None:
    assert_refused("federation_slug_is_plain", slug=slug)
    assert messages(slug=slug)["slug"]


def test_an_address_is_one_federation() -> None:
    factories.federation("fjall")
    assert_refused("slug", slug="fjall")
    assert [*messages()] == ["slug"]


@pytest.mark.parametrize("accent", ["red", "#fff", "#1b4c6g", "#1b4c68;}", ""])
def test_a_colour_is_six_digits(accent: str) -> None:
    said = messages(accent=accent)["accent"]
    assert accent == "" or "Skriv färgen som #1b4c68." in said


def test_a_colour_that_no_form_has_seen_is_refused_too() -> None:
    factories.federation("fjall")
    with pytest.raises(IntegrityError, match="federation_accent_is_hex"), transaction.atomic():
        Federation.objects.update(accent="red")


@pytest.mark.parametrize(
    ("accent", "kept"), [("#1b4c68", "#1b4c68"), ("#6D2E46".lower(), "#6d2e46")]
)
def test_a_readable_colour_is_kept(accent: str, kept: str) -> None:
    assert factories.federation(accent=accent).accent == kept


def test_a_colour_too_light_for_white_text_is_darkened_whoever_saves_it() -> None:
    federation = factories.federation(accent="#ffe000")
    federation.refresh_from_db()
    assert federation.accent != "#ffe000"


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("federation_numbering_depth", {"default_numbering_depth": 3}),
        ("federation_defaults", {"default_unit": "SEK"}),
        ("federation_defaults", {"default_cost_sign": "none"}),
        ("federation_defaults", {"default_subtotals": "over"}),
        ("federation_defaults", {"default_goal_layout": "tree"}),
        ("federation_equity_base", {"equity_base": "costs"}),
        ("federation_logo_typed", {"logo": b"gif", "logo_media_type": "image/gif"}),
        ("federation_logo_typed", {"logo": b"png"}),
        ("federation_logo_typed", {"logo_media_type": "image/png"}),
    ],
)
def test_settings_that_no_plan_can_read_are_refused(
    constraint: str, fields: dict[str, object]
) -> None:
    assert_refused(constraint, **fields)


@pytest.mark.parametrize(("code", "percent"), [("state_share", "-0.01"), ("state_share", "100.01")])
def test_a_rule_is_of_a_whole(code: str, percent: str) -> None:
    with pytest.raises(IntegrityError, match="rule_percent"), transaction.atomic():
        NationalRule.objects.create(
            code=code, percent=percent, source="Lagen", valid_from=date(2030, 1, 1)
        )


def test_a_rule_has_one_value_a_day() -> None:
    rule = NationalRule.objects.earliest("pk")
    with pytest.raises(IntegrityError, match="rule_once_a_day"), transaction.atomic():
        NationalRule.objects.create(
            code=rule.code, percent=1, source="Lagen", valid_from=rule.valid_from
        )


def test_the_law_is_there_from_the_start() -> None:
    assert [str(rule) for rule in NationalRule.objects.order_by("percent", "code")] == [
        "kommunernas andel 25.00 % från 2004-01-01",
        "regionernas andel 25.00 % från 2004-01-01",
        "statens andel 50.00 % från 2004-01-01",
    ]
