from pathlib import Path

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
    ],
)
def test_everything_else_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        fetcher().fetch(address)


def test_no_way_leads_up_out_of_the_folder(tmp_path: Path) -> None:
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
