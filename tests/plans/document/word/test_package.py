"""What is no Word file, or more than one should be, is refused with what to do."""

import time
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from plans.document.word import WordRefused, plan_of_file
from plans.document.word.package import MAX_BYTES, MAX_PARTS, MAX_XML, opened
from tests.plans.document.word import documents

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = "[Content_Types].xml"


def zipped(compression: int = ZIP_DEFLATED, /, **parts: bytes) -> bytes:
    """A zip file; the names' "__" is a slash."""
    stream = BytesIO()
    with ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "inte ett Word-dokument"),
        (b"Hej", "inte ett Word-dokument"),
        (b"<html><p>Hej</p>", "inte ett Word-dokument"),
        (b"%PDF-1.7 ...", "Filen är en PDF"),
        (b"{\\rtf1 Hej}", "formatet RTF"),
        (OLE + b"WordDocument", "äldre format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "har ett lösenord"),
        (b"PK\x03\x04 sedan inget", "skadad"),
        (zipped(a=b"b"), "inte ett Word-dokument"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (zipped(xl__workbook_xml=b"<x/>"), "Excelbok"),
        (zipped(ppt__presentation_xml=b"<x/>"), "presentation"),
    ],
)
def test_a_file_of_another_kind_is_told_what_it_is(data: bytes, fact: str) -> None:
    with pytest.raises(WordRefused, match=fact):
        opened(data)


def test_a_cut_file_is_damaged() -> None:
    data = documents.sodra_lappland()
    with pytest.raises(WordRefused, match="skadad"):
        plan_of_file(data[: len(data) // 2])


def test_a_part_with_a_wrong_checksum_is_damaged() -> None:
    data = bytearray(documents.sodra_lappland())
    with ZipFile(BytesIO(bytes(data))) as archive:
        info = archive.getinfo("word/document.xml")
    data[info.header_offset + 100] ^= 0xFF
    with pytest.raises(WordRefused, match="skadad"):
        plan_of_file(bytes(data))


def test_a_file_without_its_text_is_refused() -> None:
    data = documents.repacked(documents.sodra_lappland(), document_xml=None)
    with pytest.raises(WordRefused, match="inte ett Word-dokument"):
        plan_of_file(data)


def test_a_file_over_30_mb_is_refused() -> None:
    with pytest.raises(WordRefused, match="större än 30 MB"):
        opened(b"PK" + bytes(MAX_BYTES))


def test_a_file_of_too_many_parts_is_refused() -> None:
    parts = {f"p{number}": b"" for number in range(MAX_PARTS + 1)}
    with pytest.raises(WordRefused, match="innehåller för mycket"):
        opened(zipped(ZIP_DEFLATED, **parts))


def test_other_compressions_than_words_are_refused() -> None:
    data = zipped(ZIP_BZIP2, **{TYPES: b"<x/>", "word__document_xml": b"<x/>" * 100})
    with pytest.raises(WordRefused, match="skadad"):
        plan_of_file(data)


def test_what_unpacks_to_2_gb_is_refused_at_once() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(2048):
                part.write(bytes(1 << 20))
    started = time.process_time()
    with pytest.raises(WordRefused, match="innehåller för mycket"):
        plan_of_file(stream.getvalue())
    assert time.process_time() - started < 2


def test_a_size_that_the_file_itself_says_is_not_believed() -> None:
    data = zipped(ZIP_DEFLATED, **{TYPES: b"<x/>", "word__document_xml": bytes(MAX_XML + 1)})
    lying = data.replace((MAX_XML + 1).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(WordRefused):
        plan_of_file(lying)


def test_the_parts_together_have_a_bound() -> None:
    package = opened(
        zipped(ZIP_DEFLATED, **{TYPES: b"", **{f"p{n}": bytes(MAX_XML) for n in range(5)}})
    )
    for number in range(4):
        package.part(f"p{number}")
    with pytest.raises(WordRefused, match="innehåller för mycket"):
        package.part("p4")
