"""A .docx file's parts, read within bounds: nothing that a file says of its sizes is believed."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from plans.document.word.refusal import (
    ASK_FOR_DOCX,
    DAMAGED,
    NOT_WORD,
    TOO_LARGE,
    TOO_MUCH,
    WordRefused,
)

MAX_BYTES = 30 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_XML = 24 * 1024 * 1024
MAX_PARTS = 4000

_ENTRY = b"PK\x01\x02"
"""Begins each part's line in the archive's list of contents."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS = {
    b"%PDF": "Filen är en PDF.",
    b"{\\rtf": "Filen är i formatet RTF.",
}
_FOREIGN = {
    "mimetype": "Filen är ett OpenDocument-dokument (.odt).",
    "xl/workbook.xml": "Filen är en Excelbok.",
    "ppt/presentation.xml": "Filen är en presentation.",
}


class Package:
    """The parts of one file by name. Reading more than the bounds raises WordRefused."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._parts = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self._left = MAX_UNPACKED

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def part(self, name: str, most: int = MAX_XML) -> bytes | None:
        """A part's bytes, None where there is none. Raises WordRefused where it is too large."""
        info = self._parts.get(name)
        if info is None:
            return None
        most = min(most, self._left)
        content = self._read(info, most + 1)
        if len(content) > most:
            raise WordRefused(TOO_MUCH)
        self._left -= len(content)
        return content

    def _read(self, info: ZipInfo, most: int) -> bytes:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or info.flag_bits & 1:
            raise WordRefused(DAMAGED)
        try:
            with self._archive.open(info) as stream:
                return stream.read(most)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise WordRefused(DAMAGED) from None


def opened(data: bytes) -> Package:
    """The file's parts. Raises WordRefused for anything but a .docx within bounds."""
    if len(data) > MAX_BYTES:
        raise WordRefused(TOO_LARGE)
    _refuse_by_start(data)
    # Counted before the list is read: each of its lines takes a kilobyte of memory.
    if data.count(_ENTRY) > 2 * MAX_PARTS:
        raise WordRefused(TOO_MUCH)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        fact = DAMAGED if data.startswith(b"PK") else NOT_WORD
        raise WordRefused(fact) from None
    if len(archive.infolist()) > MAX_PARTS:
        raise WordRefused(TOO_MUCH)
    package = Package(archive)
    _refuse_foreign(package)
    return package


def _refuse_by_start(data: bytes) -> None:
    if data.startswith(_OLE):
        raise _protected_or_old(data)
    for start, fact in _STARTS.items():
        if data.startswith(start):
            raise WordRefused(f"{fact} {ASK_FOR_DOCX}")


def _protected_or_old(data: bytes) -> WordRefused:
    if _ENCRYPTED in data:
        return WordRefused(
            "Word-filen har ett lösenord. Öppna den i Word, ta bort lösenordet under Arkiv och "
            "Info, spara den och ladda upp den igen."
        )
    return WordRefused(f"Filen är i Words äldre format (.doc). {ASK_FOR_DOCX}")


def _refuse_foreign(package: Package) -> None:
    for name, fact in _FOREIGN.items():
        if name in package:
            raise WordRefused(f"{fact} {ASK_FOR_DOCX}")
    if "[Content_Types].xml" not in package:
        raise WordRefused(NOT_WORD)
