"""The financed insatser: a heading each, their text, and what is known of them in lines."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from plans.document.blocks.interventions import Card, InterventionsView, LevelGroup
from plans.exports.docx.elements import paragraph
from plans.exports.docx.notices import NO_INTERVENTIONS, notice
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import BOLD, words
from plans.exports.docx.text import text


def interventions(pen: Pen, view: InterventionsView) -> Iterator[Element]:
    """Insatser by level, the volumes of a level added up below it."""
    for group in view.groups:
        if view.names_groups:
            yield pen.heading(view.level, words(group.name), group.name)
        for card in group.cards:
            yield from _card(pen, card, view.card_level)
        yield from _volumes(group)
    if not view.groups:
        yield notice(NO_INTERVENTIONS)


def _card(pen: Pen, card: Card, level: int) -> Iterator[Element]:
    yield pen.heading(level, words(card.name), card.name)
    yield from text(pen, card.html)
    for name, said in _facts(card):
        yield paragraph("Fact", [*words(f"{name}: ", BOLD), *words(said)])


def _facts(card: Card) -> Iterator[tuple[str, str]]:
    if card.volume:
        yield "Planerad volym", f"{card.volume} {card.unit}".strip()
    if card.owner:
        yield "Huvudman", card.owner
    if card.period:
        yield "Tid", card.period
    if card.is_esf:
        yield "Finansiering", "Med medel från ESF"
    if not card.is_decided:
        yield "Läge", "Ej beslutad"


def _volumes(group: LevelGroup) -> Iterator[Element]:
    if not group.volumes:
        return
    said = words(f"Planerad volym, {group.name.lower()}: ")
    for index, (volume, unit) in enumerate(group.volumes):
        said += [*words(", " if index else ""), *words(volume, BOLD), *words(f" {unit}".rstrip())]
    yield paragraph("Fact", said)
