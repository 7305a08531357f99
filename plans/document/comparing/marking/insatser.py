"""The insatser of two plans as one list of cards."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from uuid import UUID

from goals.content import Intervention, Level
from plans.document.blocks.interventions import LEVELS
from plans.document.comparing import parts
from plans.document.comparing.insatser import terms
from plans.document.comparing.marking.pieces import SAME, Text, marked_text, state_of, text_in
from plans.document.comparing.marking.prose import Prose, Proser
from plans.document.comparing.whole import Comparison
from plans.document.comparison.words import marked
from plans.document.content import InterventionsBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedCard:
    """An insats; `terms` are what is said beside its text, each under a word."""

    name: Text
    prose: Prose
    terms: tuple[tuple[str, Text], ...]
    state: str

    @property
    def is_changed(self) -> bool:
        texts = (self.name, *(text for _, text in self.terms))
        has_prose = bool(self.prose.changes)
        return self.state != SAME or has_prose or any(text.is_changed for text in texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedLevel:
    name: str
    cards: tuple[MarkedCard, ...]

    @property
    def is_changed(self) -> bool:
        return any(card.is_changed for card in self.cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedInterventions:
    """Insatser by level; `level` is that of the headings, `card_level` that of the names."""

    groups: tuple[MarkedLevel, ...]
    level: int
    card_level: int

    @property
    def is_changed(self) -> bool:
        return any(group.is_changed for group in self.groups)


def marked_interventions(
    comparison: Comparison, block: InterventionsBlock, level: int, proser: Proser
) -> MarkedInterventions:
    """The insatser of the block's level, or all, under a heading of the level above."""
    marker = _Marker(comparison, proser)
    shown = [kind for kind in Level if block.level in (None, kind)]
    keys = {kind: comparison.interventions.matched.below(kind) for kind in shown}
    filled = {kind: found for kind, found in keys.items() if found}
    card_level = level + (len(filled) > 1)
    return MarkedInterventions(
        level=level,
        card_level=card_level,
        groups=tuple(
            MarkedLevel(
                name=LEVELS[kind] if len(filled) > 1 else "",
                cards=tuple(marker.card(key, card_level) for key in found),
            )
            for kind, found in filled.items()
        ),
    )


class _Marker:
    def __init__(self, comparison: Comparison, proser: Proser) -> None:
        maps = (comparison.before.content.goal_map, comparison.after.content.goal_map)
        self.goals = parts.home_names(maps[0]) | parts.home_names(maps[1])
        self.insatser = comparison.interventions
        self.texts = comparison.texts
        self.proser = proser

    def card(self, key: Hashable, level: int) -> MarkedCard:
        matched = self.insatser.matched
        one = matched.shown(key)
        prose = self.proser(
            self._html(one.key), level=level, heading=one.name, prefix=f"insats-{one.key}"
        )
        return MarkedCard(
            name=text_in(matched, key, lambda each: each.name),
            prose=prose,
            terms=tuple(self._terms(key)),
            state=state_of(matched, key),
        )

    def _html(self, key: UUID) -> str:
        if key in self.insatser.texts:
            return self.insatser.texts[key].html
        matched = self.insatser.matched
        if key in matched.new:
            return marked("", self.texts.new(matched.new[key].item.html))
        return marked(self.texts.old(matched.old[key].item.html), "")

    def _terms(self, key: Hashable) -> Iterator[tuple[str, Text]]:
        """Those that say something; the level is the group's, and "nej" is not worth a line."""
        matched = self.insatser.matched
        was, now = matched.old.get(key), matched.new.get(key)
        old = dict(self._said(was.item)) if was else {}
        new = dict(self._said(now.item)) if now else {}
        for label in {**old, **new}:
            before = old.get(label, "") if was else None
            after = new.get(label, "") if now else None
            text = marked_text(before, after)
            if text.html:
                yield label, text

    def _said(self, one: Intervention) -> Iterator[tuple[str, str]]:
        for label, said in terms(one, self.goals):
            is_plain = label == "nivå" or (label, said) in (
                ("medel från ESF", "nej"),
                ("beslutad", "ja"),
            )
            yield label, "" if is_plain else said
