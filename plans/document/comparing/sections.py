"""The sections of two plans: new, gone, moved, and what changed in those that stayed."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.options import option_fields
from plans.document.comparing.places import Matched, Placed, matched_places
from plans.document.comparing.texts import TextComparison, Texts
from plans.document.comparing.words import capital, field_changes, text_change
from plans.document.content import Section
from plans.document.document import Document, ReadSection

BODY, APPENDICES = "body", "appendices"


@dataclass(frozen=True, slots=True)
class Placement:
    """A section as it is read, and as it is stored."""

    read: ReadSection
    stored: Section

    @property
    def name(self) -> str:
        return section_words(self.read)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedSection:
    """A section of either plan in the order of both, with the text of both where it has them.

    `shown` is the later one, or the earlier where it is gone.
    """

    before: Placement | None
    after: Placement | None
    shown: Placement
    is_moved: bool
    text: TextComparison
    sections: tuple["MergedSection", ...]

    @property
    def key(self) -> UUID:
        return self.shown.read.key

    def walk(self) -> Iterator["MergedSection"]:
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsComparison:
    """The merged sections, and the changes of each by its key."""

    matched: Matched[Placement]
    sections: tuple[MergedSection, ...]
    changes: Mapping[UUID, tuple[Change, ...]]

    def walk(self) -> Iterator[MergedSection]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()


def compared_sections(
    before: Document,
    after: Document,
    texts: Texts,
    names: Mapping[object, str],
    columns: Mapping[str, str],
) -> SectionsComparison:
    """Compare the sections of two plans. Linear in their length.

    `names` and `columns` are those of `option_fields`.
    """
    matched = matched_places(_placed(before), _placed(after))
    sections = _Merger(matched, texts).sections()
    found = {
        section.key: tuple(_changes(section, _home_name(matched, section), names, columns))
        for root in sections
        for section in root.walk()
    }
    return SectionsComparison(matched=matched, sections=sections, changes=found)


def section_words(section: ReadSection) -> str:
    """ "avsnitt 4.1 Vision", "Bilaga 2 Ändamål", "avsnittet Vision"."""
    if section.is_appendix and section.number:
        return f"{section.number} {section.heading}".strip()
    kind = f"avsnitt {section.number}" if section.number else "avsnittet"
    return f"{kind} {section.heading}".strip()


def _placed(document: Document) -> Iterator[Placed[Placement]]:
    stored = {each.key: each for root in document.content.sections for each in root.walk()}
    for root in document.sections:
        yield from _with_below(root, APPENDICES if root.is_appendix else BODY, stored)


def _with_below(
    read: ReadSection, home: Hashable, stored: Mapping[UUID, Section]
) -> Iterator[Placed[Placement]]:
    yield Placed(read.key, home, Placement(read, stored[read.key]))
    for below in read.sections:
        yield from _with_below(below, read.key, stored)


class _Merger:
    """Lays the sections of both plans into one tree."""

    def __init__(self, matched: Matched[Placement], texts: Texts) -> None:
        self.matched = matched
        self.texts = texts

    def sections(self) -> tuple[MergedSection, ...]:
        """The top sections: those of the body, then the appendices."""
        return (*self._below(BODY), *self._below(APPENDICES))

    def _below(self, home: Hashable) -> tuple[MergedSection, ...]:
        return tuple(map(self._merged, self.matched.below(home)))

    def _merged(self, key: Hashable) -> MergedSection:
        old, new = self.matched.old.get(key), self.matched.new.get(key)
        return MergedSection(
            before=old.item if old else None,
            after=new.item if new else None,
            shown=self.matched.shown(key),
            is_moved=key in self.matched.moved,
            text=self._text(old.item.stored if old else None, new.item.stored if new else None),
            sections=self._below(key),
        )

    def _text(self, old: Section | None, new: Section | None) -> TextComparison:
        """The words of both; those of a section that came or went stand unmarked."""
        if old and new:
            return self.texts(old.html, new.html)
        html = self.texts.old(old.html) if old else self.texts.new(new.html if new else "")
        return TextComparison(html=html, is_changed=False)


def _home_name(matched: Matched[Placement], section: MergedSection) -> str:
    """What a section stood in before."""
    if section.before is None:
        return ""
    home = matched.old[section.key].home
    if home in matched.old:
        return capital(matched.old[home].item.name)
    return "bilagorna" if home == APPENDICES else "planen"


def _changes(
    section: MergedSection,
    home: str,
    names: Mapping[object, str],
    columns: Mapping[str, str],
) -> Iterator[Change]:
    old, new = section.before, section.after
    if old is None or new is None:
        yield _whole(section)
        return
    name = capital(new.name)
    if section.is_moved:
        yield _moved(section.key, old, new, home)
    sentence = f"{capital(old.name)} har fått en annan rubrik"
    yield from text_change(Subject.SECTION, section.key, sentence, *_headings(old, new))
    if section.text.is_changed:
        yield _text_changed(section, new.name)
    fields = option_fields(old.stored.block, new.stored.block, names, columns)
    yield from field_changes(Subject.BLOCK, section.key, f"{name}, under texten", *fields)


def _whole(section: MergedSection) -> Change:
    is_new = section.before is None
    words = ("ny", "borttagen") if _is_appendix(section.shown) else ("nytt", "borttaget")
    return Change(
        subject=Subject.SECTION,
        kind=Kind.ADDED if is_new else Kind.REMOVED,
        key=str(section.key),
        sentence=f"{capital(section.shown.name)} är {words[not is_new]}",
        old="" if is_new else section.shown.read.heading,
        new=section.shown.read.heading if is_new else "",
    )


def _moved(key: UUID, old: Placement, new: Placement, home: str) -> Change:
    """Where it stands now is seen in the document; where it stood is said."""
    words = "flyttad. Den" if _is_appendix(new) else "flyttat. Det"
    return Change(
        subject=Subject.SECTION,
        kind=Kind.MOVED,
        key=str(key),
        sentence=f"{capital(new.name)} är {words} stod i {home}",
        old=old.name,
        new=new.name,
    )


def _is_appendix(placement: Placement) -> bool:
    """Whether it is called "Bilaga", which is den and not det."""
    return placement.read.is_appendix and bool(placement.read.number)


def _headings(old: Placement, new: Placement) -> tuple[str, str]:
    return old.read.heading, new.read.heading


def _text_changed(section: MergedSection, name: str) -> Change:
    follows = section.text.follows
    sentence = f"Siffror i texten i {name} följer med" if follows else f"Texten i {name} är ändrad"
    return Change(
        subject=Subject.TEXT,
        kind=Kind.CHANGED,
        key=str(section.key),
        sentence=sentence,
        passage=section.text.abridged,
        follows=follows,
    )
