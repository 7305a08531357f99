"""Two plans as one document: every section of both, with what came and went marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from plans.document.blocks.contributions import ContributionsView, contributions_view
from plans.document.blocks.views import BlockView
from plans.document.comparing.change import Change, Subject
from plans.document.comparing.marking.budget import MarkedBudget, marked_budget
from plans.document.comparing.marking.goals import MarkedGoals, marked_goals
from plans.document.comparing.marking.insatser import MarkedInterventions, marked_interventions
from plans.document.comparing.marking.pieces import GONE, MOVED, NEW, SAME, Text, marked_text
from plans.document.comparing.marking.prose import Prose, Proser
from plans.document.comparing.marking.tables import MarkedContributions, marked_contributions
from plans.document.comparing.sections import MergedSection
from plans.document.comparing.whole import Comparison
from plans.document.comparison.words import marked
from plans.document.content import (
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
)
from plans.document.document import inline_pictures

Marked = MarkedGoals | MarkedBudget | MarkedInterventions | MarkedContributions

STATES = {NEW: "Nytt avsnitt", GONE: "Borttaget avsnitt", MOVED: "Flyttat avsnitt", SAME: ""}
APPENDIX_STATES = {NEW: "Ny bilaga", GONE: "Borttagen bilaga", MOVED: "Flyttad bilaga", SAME: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedBlock:
    """A block of both plans; `kind` names the fragment that shows it."""

    kind: str
    view: Marked

    @property
    def template(self) -> str:
        return f"plans/comparison/_{self.kind}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSection:
    """A section of either plan. `words` say what became of it, `notes` what else is another.

    `plain` is a block that is not compared, as the later plan shows it.
    """

    key: UUID
    number: str
    anchor: str
    level: int
    heading: Text
    state: str
    words: str
    notes: tuple[str, ...]
    prose: Prose
    block: MarkedBlock | None
    plain: BlockView | None
    is_appendix: bool
    sections: tuple["MarkedSection", ...]

    @property
    def is_changed(self) -> bool:
        """Whether the section itself is another, whatever stands in it."""
        has_block = self.block is not None and self.block.view.is_changed
        is_other = self.state != SAME or self.heading.is_changed or bool(self.notes)
        return is_other or has_block or bool(self.prose.changes)

    @property
    def has_changes(self) -> bool:
        """Whether it or a section in it is another."""
        return self.is_changed or any(section.has_changes for section in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDocument:
    title: Text
    subtitle: Text
    sections: tuple[MarkedSection, ...]

    @property
    def has_changes(self) -> bool:
        own = self.title.is_changed or self.subtitle.is_changed
        return own or any(section.has_changes for section in self.sections)


def marked_document(
    comparison: Comparison, *, pictures: Mapping[UUID, str] | None = None
) -> MarkedDocument:
    """The document of both. `pictures` says where each picture of either is fetched from.

    Without it they carry their own bytes.
    """
    before, after = comparison.before.content, comparison.after.content
    if pictures is None:
        pictures = inline_pictures(before) | inline_pictures(after)
    marker = _Marker(comparison, pictures)
    return MarkedDocument(
        title=marked_text(before.title, after.title),
        subtitle=marked_text(before.subtitle, after.subtitle),
        sections=tuple(map(marker.section, comparison.sections.sections)),
    )


class _Marker:
    def __init__(self, comparison: Comparison, pictures: Mapping[UUID, str]) -> None:
        self.comparison = comparison
        anchors = {each.key: each.shown.read.anchor for each in comparison.sections.walk()}
        self.proser = Proser(pictures, anchors)

    def section(self, merged: MergedSection) -> MarkedSection:
        read, state = merged.shown.read, _state(merged)
        words = APPENDIX_STATES if read.is_appendix else STATES
        return MarkedSection(
            key=merged.key,
            number=read.number,
            anchor=read.anchor,
            level=read.level,
            heading=_heading(merged),
            state=state,
            words=words[state],
            notes=tuple(self._notes(merged)),
            prose=self._prose(merged, state),
            block=None if state == GONE else self._block(merged),
            plain=None if state == GONE else _plain(merged),
            is_appendix=read.is_appendix,
            sections=tuple(map(self.section, merged.sections)),
        )

    def _notes(self, merged: MergedSection) -> Iterator[str]:
        for change in self.comparison.sections.changes[merged.key]:
            if change.subject is Subject.BLOCK or _is_moved(change):
                yield change.sentence

    def _prose(self, merged: MergedSection, state: str) -> Prose:
        html = merged.text.html
        if state == NEW:
            html = marked("", html)
        elif state == GONE:
            html = marked(html, "")
        read = merged.shown.read
        return self.proser(html, level=read.level, heading=read.heading, prefix=read.anchor)

    def _block(self, merged: MergedSection) -> MarkedBlock | None:
        view = self._view(merged)
        return None if view is None else MarkedBlock(kind=merged.shown.stored.block.kind, view=view)

    def _view(self, merged: MergedSection) -> Marked | None:
        level = merged.shown.read.level + 1
        match merged.shown.stored.block:
            case GoalsBlock() as block:
                return marked_goals(self.comparison, block, level)
            case BudgetBlock() as block:
                budget = self.comparison.budget
                return None if budget is None else marked_budget(budget, block)
            case InterventionsBlock() as block:
                return marked_interventions(self.comparison, block, level, self.proser)
            case ContributionsBlock():
                return marked_contributions(*self._contributions())
        return None

    def _contributions(self) -> tuple[ContributionsView, ContributionsView]:
        documents = (self.comparison.before, self.comparison.after)
        before, after = (contributions_view(each.content, each.figures) for each in documents)
        return before, after


def _state(merged: MergedSection) -> str:
    if merged.before is None:
        return NEW
    if merged.after is None:
        return GONE
    return MOVED if merged.is_moved else SAME


def _heading(merged: MergedSection) -> Text:
    return marked_text(
        merged.before.read.heading if merged.before else None,
        merged.after.read.heading if merged.after else None,
    )


def _is_moved(change: Change) -> bool:
    return change.subject is Subject.SECTION and change.kind == MOVED


def _plain(merged: MergedSection) -> BlockView | None:
    block = merged.shown.read.block
    return block if block and block.kind == "organisation" else None
