"""The parts of a Word file that hold text, and what they point at."""

import posixpath
from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import _Element as Element

from plans.document.word.numbering import Numbering, numbering_of
from plans.document.word.package import Package
from plans.document.word.refusal import DAMAGED, NOT_WORD, WordRefused
from plans.document.word.styles import Styles, styles_of
from plans.document.word.xml import W, parsed

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Target(NamedTuple):
    """What a part points at: a part's name, or an address outside."""

    kind: str
    """The last word of its type: "image", "hyperlink", "styles"."""
    name: str
    is_outside: bool


Targets = dict[str, Target]


@dataclass(frozen=True, slots=True)
class Parts:
    """The main text with its styles, lists and notes."""

    package: Package
    body: Element
    targets: Targets
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    """By kind ("footnote", "endnote") and id."""
    has_margins: bool
    """Whether there is text at the top or foot of the pages."""


def parts_of(package: Package) -> Parts:
    """The parts of a Word document. Raises WordRefused where it is something else."""
    name = _main(package)
    targets = targets_of(package, name)
    root = root_of(package, name)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise WordRefused(DAMAGED)
    styles = styles_of(_only(package, targets, "styles"))
    return Parts(
        package=package,
        body=body,
        targets=targets,
        styles=styles,
        numbering=numbering_of(_only(package, targets, "numbering"), styles),
        notes=_notes(package, targets),
        has_margins=_has_margins(package, targets),
    )


def root_of(package: Package, name: str) -> Element | None:
    """The root of a part, None where it is not there."""
    data = package.part(name)
    return None if data is None else parsed(data)


def targets_of(package: Package, name: str) -> Targets:
    """What the part of that name points at, by id. "" is the package itself."""
    folder, base = posixpath.split(name)
    root = root_of(package, posixpath.join(folder, "_rels", f"{base}.rels"))
    if root is None:
        return {}
    return {one.get("Id", ""): _target(one, folder) for one in root.iter(_RELATIONSHIP)}


def _target(element: Element, folder: str) -> Target:
    kind = element.get("Type", "").rpartition("/")[2]
    name, is_outside = element.get("Target", ""), element.get("TargetMode") == "External"
    if not is_outside:
        name = posixpath.normpath(posixpath.join("/", folder, name)).lstrip("/")
    return Target(kind, name, is_outside)


def _main(package: Package) -> str:
    for target in targets_of(package, "").values():
        if target.kind == "officeDocument" and target.name in package:
            return target.name
    if "word/document.xml" in package:
        return "word/document.xml"
    raise WordRefused(NOT_WORD)


def _only(package: Package, targets: Targets, kind: str) -> Element | None:
    names = [target.name for target in targets.values() if target.kind == kind]
    return root_of(package, names[0]) if names else None


def _notes(package: Package, targets: Targets) -> dict[tuple[str, str], Element]:
    notes = {}
    for kind in ("footnote", "endnote"):
        root = _only(package, targets, f"{kind}s")
        for note in () if root is None else root.iterfind(f"{W}{kind}"):
            notes[kind, note.get(f"{W}id", "")] = note
    return notes


def _has_margins(package: Package, targets: Targets) -> bool:
    for target in targets.values():
        if target.kind in {"header", "footer"}:
            root = root_of(package, target.name)
            words = () if root is None else (text.text or "" for text in root.iter(f"{W}t"))
            if any(character.isalpha() for word in words for character in word):
                return True
    return False
