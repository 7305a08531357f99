"""Whether the frozen versions are what they were, and whether we would still count the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.deciding.pressing import checksum
from plans.document.fileformat import FileFaults, parse
from plans.document.fileformat.computed import computed_faults
from plans.models import PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A version and what is the matter with it.

    `damaged` names the files whose checksum is not theirs, or that can no longer be read.
    `recounted` says where today's arithmetic gives another figure; what is stored stands.
    """

    version: PlanVersion
    damaged: tuple[str, ...]
    recounted: tuple[str, ...]


def verified_versions() -> Iterator[Verified]:
    """Every version of every plan, one at a time, in order."""
    for version in PlanVersion.objects.select_related("plan__federation").iterator(chunk_size=1):
        yield verified(version)


def verified(version: PlanVersion) -> Verified:
    """Recompute the checksums and the figures of a version."""
    json, pdf = bytes(version.json), bytes(version.pdf)
    damaged = [
        name
        for name, data, kept in (
            ("JSON", json, version.json_sha256),
            ("PDF", pdf, version.pdf_sha256),
        )
        if checksum(data) != kept
    ]
    try:
        recounted = tuple(map(str, computed_faults(parse(json))))
    except FileFaults as faults:
        return Verified(version=version, damaged=(*damaged, str(faults)), recounted=())
    return Verified(version=version, damaged=tuple(damaged), recounted=recounted)
