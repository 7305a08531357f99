"""The case file as one ZIP. The same case gives the same bytes."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.template.loader import render_to_string

from plans.deciding.casefile.copies import copies_of
from plans.deciding.casefile.entry import CaseFile

IN_MEMORY = 8 * 1024 * 1024
"""Bytes; what is larger is written to the disk meanwhile."""

INDEX, CHECKSUMS = "index.html", "checksummor.txt"
READABLE = 0o644 << 16
UNIX = 3


def pack(case: CaseFile) -> IO[bytes]:
    """The whole case: its files, a page of contents, and the SHA-256 of each of them."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- the answer closes it
    sums: list[str] = []
    last = case.entries[-1].on if case.entries else date(2000, 1, 1)
    with ZipFile(file, "w") as archive:
        for path, on, data in _contents(case, last):
            sums.append(f"{sha256(data).hexdigest()}  {path}\n")
            _write(archive, path, on, data)
        _write(archive, CHECKSUMS, last, "".join(sums).encode())
    file.seek(0)
    return file


def _contents(case: CaseFile, last: date) -> Iterator[tuple[str, date, bytes]]:
    index = render_to_string("plans/casefile/index.html", {"case": case})
    yield INDEX, last, index.encode()
    for filed, data in copies_of(case.files):
        yield filed.path, filed.on, data


def _write(archive: ZipFile, path: str, on: date, data: bytes) -> None:
    entry = ZipInfo(path, date_time=(max(on.year, 1980), on.month, on.day, 0, 0, 0))
    entry.external_attr, entry.create_system = READABLE, UNIX
    archive.writestr(entry, data, compress_type=ZIP_DEFLATED)
