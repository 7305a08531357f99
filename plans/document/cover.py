"""What the cover says: whose plan it is, what it is called and which version it is."""

from dataclasses import dataclass

from budgets.arithmetic import Figures
from finsam.federations.profile import Logo
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.band import WIDTH, Segment, segments
from plans.document.blocks.organisation import are_county_councils, members_in
from plans.document.content import PlanContent
from plans.document.label import decision_lines

HEADINGS = {
    MemberKind.STATE_AGENCY: ("Staten", "Staten"),
    MemberKind.REGION: ("Regionen", "Regionerna"),
    MemberKind.MUNICIPALITY: ("Kommunen", "Kommunerna"),
}
"""What the members of a kind are called together: one of them, and several."""

COUNTY_COUNCILS = ("Landstinget", "Landstingen")


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


def cover_of(content: PlanContent, figures: Figures | None, label: str = "") -> Cover:
    """The plan's cover. `label` stands where its decisions else would."""
    has_band = content.federation.has_cover_band
    return Cover(
        federation=content.federation.name,
        title=content.title,
        subtitle=content.subtitle,
        parties=_parties(content),
        decisions=(label,) if label else _decisions(content),
        band=segments(content, figures) if has_band else (),
        band_width=WIDTH,
        logo=content.federation.logo,
    )


def _decisions(content: PlanContent) -> tuple[str, ...]:
    word = content.federation.rules.decision_word
    return decision_lines(content.status, content.decisions, word=word)


def _parties(content: PlanContent) -> tuple[Parties, ...]:
    members = members_in(content)
    names = {
        kind: tuple(_name(member) for member in members if member.kind is kind)
        for kind in MemberKind
    }
    return tuple(
        Parties(heading=heading_over(kind, found), names=found)
        for kind, found in names.items()
        if found
    )


def heading_over(kind: MemberKind, names: tuple[str, ...]) -> str:
    """The heading over them, and the name that the regions had before 2019 where they bear it."""
    words = COUNTY_COUNCILS if are_county_councils(kind, names) else HEADINGS[kind]
    return words[len(names) > 1]


def _name(member: MemberProfile) -> str:
    """A kommun by its short name, as the heading says what they are; the others in full."""
    if member.kind is MemberKind.MUNICIPALITY:
        return member.short_name or member.name
    return member.name
