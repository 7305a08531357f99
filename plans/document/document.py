"""The read model of a plan: what every page, PDF, file and check is made from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from budgets.arithmetic import Figures, figures
from plans.document.blocks.interventions import InterventionsView, interventions_view
from plans.document.blocks.views import Blocks, BlockView
from plans.document.content import PlanContent, Section
from plans.document.cover import Cover, cover_of
from plans.document.figures import FigureTexts
from plans.document.html.boxes import boxed
from plans.document.html.footnotes import linked
from plans.document.html.normalise import normalise
from plans.document.label import version_label
from plans.document.outline import SECTION_LEVEL, headings


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSection:
    """A section as it is read: its numbered heading, its text and its block.

    `html` keeps footnotes in their places, as print wants them.
    """

    key: UUID
    number: str
    heading: str
    level: int
    anchor: str
    html: str
    block: BlockView | None
    is_appendix: bool
    is_done: bool
    sections: tuple["ReadSection", ...]

    @property
    def on_screen(self) -> str:
        """The text with its footnotes as links, the notes below, and its tables in boxes."""
        return boxed(linked(self.html, prefix=self.anchor))

    @property
    def short_number(self) -> str:
        """The number as a list of contents has room for it: "B2" for "Bilaga 2"."""
        return self.number.replace("Bilaga", "B").replace(" ", "")

    @property
    def is_empty(self) -> bool:
        """Has neither text, block nor sections of its own."""
        return not (self.html or self.block or self.sections)

    def walk(self) -> Iterator["ReadSection"]:
        """This section and those below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole plan, numbered and computed. `label` is what the version is called."""

    content: PlanContent
    figures: Figures | None
    label: str
    cover: Cover
    sections: tuple[ReadSection, ...]

    @property
    def body(self) -> tuple[ReadSection, ...]:
        return tuple(section for section in self.sections if not section.is_appendix)

    def walk(self) -> Iterator[ReadSection]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()

    @property
    def appendices(self) -> tuple[ReadSection, ...]:
        return tuple(section for section in self.sections if section.is_appendix)


def document_of(content: PlanContent, *, pictures: Mapping[UUID, str] | None = None) -> Document:
    """Make the document of a content.

    `pictures` says where each picture is fetched from; without it they carry their own bytes.
    """
    computed = None if content.budget is None else figures(content.budget)
    sources = inline_pictures(content) if pictures is None else pictures
    reader = _Reader(content, computed, sources)
    return Document(
        content=content,
        figures=computed,
        label=version_label(
            content.status, content.decisions, word=content.federation.rules.decision_word
        ),
        cover=cover_of(content, computed),
        sections=reader.sections(),
    )


def interventions_of(
    content: PlanContent, *, pictures: Mapping[UUID, str] | None = None
) -> InterventionsView:
    """All the insatser as they are read, whichever sections show them."""
    sources = inline_pictures(content) if pictures is None else pictures
    computed = None if content.budget is None else figures(content.budget)
    text = _Reader(content, computed, sources).text
    return interventions_view(content.goal_map.interventions, None, SECTION_LEVEL, text)


def inline_pictures(content: PlanContent) -> dict[UUID, str]:
    """Each picture as a data address, for what must stand alone."""
    return {p.key: f"data:{p.media_type};base64,{p.data}" for p in content.pictures if p.data}


class _Reader:
    """Turns sections into what is read, with the figures and pictures they speak of."""

    def __init__(
        self, content: PlanContent, computed: Figures | None, pictures: Mapping[UUID, str]
    ) -> None:
        self.headings = {heading.section.key: heading for heading in headings(content)}
        self.anchors = {key: heading.anchor for key, heading in self.headings.items()}
        self.content = content
        self.pictures = pictures
        self.figure: Callable[[str], str | None] = FigureTexts(content.budget, computed)
        self.blocks = Blocks(content, computed, self.text)

    def sections(self) -> tuple[ReadSection, ...]:
        """The top sections as they are read: appendices stand last, wherever they were put."""
        in_order = sorted(self.content.sections, key=lambda section: section.is_appendix)
        return tuple(map(self._section, in_order))

    def text(self, html: str, level: int, heading: str) -> str:
        """Stored text as it is printed under a heading of that level."""
        return normalise(
            html,
            level=level,
            heading=heading,
            pictures=self.pictures,
            anchors=self.anchors,
            figures=self.figure,
        )

    def _section(self, section: Section) -> ReadSection:
        heading = self.headings[section.key]
        return ReadSection(
            key=section.key,
            number=heading.number,
            heading=section.heading,
            level=heading.level,
            anchor=heading.anchor,
            html=self.text(section.html, heading.level, section.heading),
            block=self.blocks.view(section.block, heading.level),
            is_appendix=section.is_appendix,
            is_done=section.is_done,
            sections=tuple(map(self._section, section.sections)),
        )
