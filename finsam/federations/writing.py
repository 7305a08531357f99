"""A federation's row from the profile that plans carry."""

from base64 import b64decode
from dataclasses import asdict
from typing import Any

from finsam.federations.models import Federation
from finsam.federations.profile import FederationProfile, Rules

PLAIN = (
    "name",
    "short_name",
    "accent",
    "organisation_number",
    "seat",
    "email",
    "website",
    "established_on",
    "statutes",
    "has_cover_band",
)


def write_profile(profile: FederationProfile) -> Federation:
    """Create or update the federation of the profile's slug."""
    federation, _ = Federation.objects.update_or_create(
        slug=profile.slug,
        defaults={
            **{name: getattr(profile, name) for name in PLAIN},
            **_logo(profile),
            **{f"default_{name}": value for name, value in asdict(profile.defaults).items()},
            **_rules(profile.rules),
        },
    )
    return federation


def _logo(profile: FederationProfile) -> dict[str, Any]:
    if profile.logo is None:
        return {"logo": None, "logo_media_type": ""}
    return {"logo": b64decode(profile.logo.data), "logo_media_type": profile.logo.media_type}


def _rules(rules: Rules) -> dict[str, Any]:
    return {
        "equity_steps": [asdict(step) for step in rules.equity_steps],
        "equity_base": rules.equity_base,
        "equity_floor": rules.equity_floor,
        "equity_source": rules.equity_source,
        "decision_day": rules.decision_day,
        "decision_day_source": rules.decision_day_source,
        "decision_word": rules.decision_word,
        "disabled_checks": dict(rules.disabled_checks),
    }
