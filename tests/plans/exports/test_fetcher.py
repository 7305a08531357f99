from base64 import b64encode
from pathlib import Path
from struct import pack
from zlib import crc32

import pytest
from weasyprint import HTML

from plans.exports.fetcher import OwnFilesOnly, Refused
from plans.exports.stylesheets import fetcher, static_folder
from tests.factories import PIXEL

PICTURE = f"data:image/png;base64,{PIXEL}"


def test_our_own_fonts_are_served() -> None:
    font = static_folder() / "fonts" / "pdf" / "finsam-sans-400.ttf"
    assert fetcher().fetch(font.as_uri()).read() == font.read_bytes()


def test_a_picture_in_the_document_itself_is_served() -> None:
    assert fetcher().fetch(PICTURE).read().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/logo.png",
        "https://example.com/font.ttf",
        "ftp://example.com/picture.png",
        "file:///etc/passwd",
        "file://server/static/css/pdf.css",
        "data:text/css,body{}",
        "data:image/svg+xml;base64,PHN2Zy8+",
        # What calls itself a picture: WeasyPrint would read the SVG in it.
        f"data:image/png;base64,{b64encode(b'<svg xmlns=').decode()}",
        "data:image/jpeg;base64," + PIXEL,
        "data:image/png;base64,",
    ],
)
def test_everything_else_is_refused_and_logged(
    weasyprint_log: pytest.LogCaptureFixture, address: str
) -> None:
    with pytest.raises(Refused):
        fetcher().fetch(address)
    assert [(said.levelname, said.getMessage()) for said in weasyprint_log.records] == [
        ("WARNING", f"A PDF fetches only what is its own, not {address}")
    ]


def test_the_log_has_the_address_in_short_and_without_secrets(
    weasyprint_log: pytest.LogCaptureFixture,
) -> None:
    for address in ("https://me:hemligt@example.se/a.png?token=hemligt", "data:," + "x" * 5000):
        with pytest.raises(Refused):
            fetcher().fetch(address)
    said = [record.getMessage() for record in weasyprint_log.records]
    assert said[0] == "A PDF fetches only what is its own, not https://example.se/a.png"
    assert len(said[1]) < 300


def test_a_picture_of_too_many_points_is_refused(weasyprint_log: pytest.LogCaptureFixture) -> None:
    # Its first part says 100 000 by 100 000, and no more of it is read.
    head = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    with pytest.raises(Refused):
        fetcher().fetch("data:image/png;base64," + b64encode(head + _chunk(b"IDAT", b"")).decode())


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))


def test_no_way_leads_up_out_of_the_folder(
    tmp_path: Path, weasyprint_log: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "secret").write_text("secret")
    inside = tmp_path / "static"
    inside.mkdir()
    (inside / "link").symlink_to(tmp_path / "secret")
    for way in ("../secret", "%2e%2e/secret", "link"):
        with pytest.raises(Refused):
            OwnFilesOnly(inside).fetch(f"{inside.as_uri()}/{way}")


def test_what_is_refused_is_logged_and_the_page_printed_without_it(
    weasyprint_log: pytest.LogCaptureFixture,
) -> None:
    page = '<html lang="sv"><title>x</title><img alt="Logotyp" src="http://localhost/logo.png">'
    assert HTML(string=page, url_fetcher=fetcher()).write_pdf().startswith(b"%PDF")
    assert "A PDF fetches only what is its own, not http://localhost/logo.png" in (
        weasyprint_log.text
    )
