"""What the cover says: whose plan it is, what it is called and which version it is."""

from dataclasses import dataclass

from budgets.arithmetic import Figures
from finsam.federations.profile import Logo
from finsam.members.profile import MemberKind
from plans.document.band import WIDTH, Segment, segments
from plans.document.blocks.organisation import members_in
from plans.document.content import PlanContent
from plans.document.label import decision_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The members of one kind, as the cover names them together."""

    heading: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The title is never broken up; `band` is empty where the federation does without it."""

    federation: str
    title: str
    subtitle: str
    parties: tuple[Parties, ...]
    decisions: tuple[str, ...]
    band: tuple[Segment, ...]
    band_width: int
    logo: Logo | None


def cover_of(content: PlanContent, figures: Figures | None) -> Cover:
    """The plan's cover."""
    has_band = content.federation.has_cover_band
    return Cover(
        federation=content.federation.name,
        title=content.title,
        subtitle=content.subtitle,
        parties=_parties(content),
        decisions=decision_lines(content.status, content.decisions),
        band=segments(content, figures) if has_band else (),
        band_width=WIDTH,
        logo=content.federation.logo,
    )


def _parties(content: PlanContent) -> tuple[Parties, ...]:
    members = members_in(content)
    names = {
        kind: tuple(member.short_name or member.name for member in members if member.kind == kind)
        for kind in MemberKind
    }
    parties = (
        Parties(heading="Staten", names=names[MemberKind.STATE_AGENCY]),
        Parties(heading=_regions(names), names=names[MemberKind.REGION]),
        Parties(heading=_municipalities(names), names=names[MemberKind.MUNICIPALITY]),
    )
    return tuple(party for party in parties if party.names)


def _regions(names: dict[MemberKind, tuple[str, ...]]) -> str:
    return "Regionen" if len(names[MemberKind.REGION]) == 1 else "Regionerna"


def _municipalities(names: dict[MemberKind, tuple[str, ...]]) -> str:
    return "Kommunen" if len(names[MemberKind.MUNICIPALITY]) == 1 else "Kommunerna"
