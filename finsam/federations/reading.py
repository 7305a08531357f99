"""A federation's row as the profile that plans carry."""

from base64 import b64encode

from finsam.federations.models import Federation
from finsam.federations.money import kronor
from finsam.federations.profile import (
    DecisionWord,
    Defaults,
    EquityStep,
    FederationProfile,
    Logo,
    Rules,
)


def profile_of(federation: Federation) -> FederationProfile:
    """The federation as a plan carries it. Runs no query of its own."""
    return FederationProfile(
        slug=federation.slug,
        name=federation.name,
        short_name=federation.short_name,
        accent=federation.accent,
        organisation_number=federation.organisation_number,
        seat=federation.seat,
        email=federation.email,
        website=federation.website,
        established_on=federation.established_on,
        statutes=federation.statutes,
        has_cover_band=federation.has_cover_band,
        logo=_logo(federation),
        defaults=_defaults(federation),
        rules=_rules(federation),
    )


def _logo(federation: Federation) -> Logo | None:
    if not federation.logo:
        return None
    data = b64encode(bytes(federation.logo)).decode("ascii")
    return Logo(media_type=federation.logo_media_type, data=data)


def _defaults(federation: Federation) -> Defaults:
    return Defaults(
        unit=federation.default_unit,
        cost_sign=federation.default_cost_sign,
        subtotals=federation.default_subtotals,
        goal_layout=federation.default_goal_layout,
        numbering_depth=federation.default_numbering_depth,
    )


def _rules(federation: Federation) -> Rules:
    return Rules(
        equity_steps=tuple(EquityStep(**step) for step in federation.equity_steps),
        equity_base=federation.equity_base,
        equity_floor=kronor(federation.equity_floor),
        equity_source=federation.equity_source,
        decision_day=federation.decision_day,
        decision_day_source=federation.decision_day_source,
        decision_word=DecisionWord(federation.decision_word),
        disabled_checks=dict(federation.disabled_checks),
    )
