"""The sections of two plans: new, gone, moved, and what changed in those that stayed."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.options import option_fields
from plans.document.comparing.places import Matched, Placed, interleaved, matched_places
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
    old, new = list(_placed(before)), list(_placed(after))
    matched = matched_places(old, new)
    sections = _Merger(old, new, matched.moved, texts).sections()
    homes = {each.key: capital(each.item.name) for each in (*old, *new)}
    homes |= {BODY: "planen", APPENDICES: "bilagorna"}
    before_homes = {each.key: each.home for each in old}
    found = {
        section.key: tuple(_changes(section, homes, before_homes, names, columns))
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

    def __init__(
        self,
        before: Sequence[Placed[Placement]],
        after: Sequence[Placed[Placement]],
        moved: frozenset[Hashable],
        texts: Texts,
    ) -> None:
        self.old = {each.key: each for each in before}
        self.new = {each.key: each for each in after}
        self.moved = moved
        self.texts = texts
        self.was, self.now = _by_home(before), _by_home(after)

    def sections(self) -> tuple[MergedSection, ...]:
        """The top sections: those of the body, then the appendices."""
        return (*self._below(BODY), *self._below(APPENDICES))

    def _below(self, home: Hashable) -> tuple[MergedSection, ...]:
        now = self.now.get(home, [])
        here = set(now)
        was = [key for key in self.was.get(home, []) if key in here or key not in self.new]
        return tuple(map(self._merged, interleaved(was, now)))

    def _merged(self, key: Hashable) -> MergedSection:
        old, new = self.old.get(key), self.new.get(key)
        shown = new or self.old[key]
        return MergedSection(
            before=old.item if old else None,
            after=new.item if new else None,
            shown=shown.item,
            is_moved=key in self.moved,
            text=self._text(old.item.stored if old else None, new.item.stored if new else None),
            sections=self._below(key),
        )

    def _text(self, old: Section | None, new: Section | None) -> TextComparison:
        """The words of both; those of a section that came or went stand unmarked."""
        if old and new:
            return self.texts(old.html, new.html)
        html = self.texts.old(old.html) if old else self.texts.new(new.html if new else "")
        return TextComparison(html=html, is_changed=False)


def _by_home(placed: Iterable[Placed[Placement]]) -> dict[Hashable, list[Hashable]]:
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for each in placed:
        found[each.home].append(each.key)
    return found


def _changes(
    section: MergedSection,
    homes: Mapping[Hashable, str],
    before_homes: Mapping[Hashable, Hashable],
    names: Mapping[object, str],
    columns: Mapping[str, str],
) -> Iterator[Change]:
    old, new = section.before, section.after
    if old is None or new is None:
        yield _whole(section)
        return
    name = capital(new.name)
    if section.is_moved:
        yield _moved(section.key, old, new, homes[before_homes[section.key]])
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
        html=section.text.abridged,
        follows=follows,
    )
