"""A PDF asks nobody and reads no file, whatever the page that is printed wants of it.

Pages are written here as no plan can be: past the sanitiser, which lets none of this through.
"""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from socket import create_server
from threading import Thread

import pikepdf
import pytest
from weasyprint.urls import URLFetchingError

from plans.exports.pdf import write
from plans.exports.printed import Printed
from tests.factories import PIXEL
from tests.plans.exports.printing import text_of

PLANTED = "Planterad hemlighet"


@contextmanager
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A server on this machine that must never be asked, and what it was asked."""
    asked: list[bytes] = []
    with create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)

        def listen() -> None:
            while not done:
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                asked.append(connection.recv(200))
                connection.close()

        done: list[bool] = []
        thread = Thread(target=listen)
        thread.start()
        try:
            yield server.getsockname()[1], asked
        finally:
            done.append(True)
            thread.join()


def in_data(kind: str, content: str) -> str:
    return f"data:{kind};base64,{b64encode(content.encode()).decode()}"


def svg(inside: str, before: str = "") -> str:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {names} width="200" height="50">{inside}</svg>'


LAUGHS = "<!DOCTYPE s [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9)
)
OUTSIDE = '<!DOCTYPE s [<!ENTITY out SYSTEM "{address}">]>'
WAYS = {
    "picture": '<img alt="x" src="{address}">',
    "candidates": '<img alt="x" src="x.png" srcset="{address} 2x">',
    "sheet": '<link rel="stylesheet" href="{address}">',
    "attachment": '<link rel="attachment" href="{address}"><a rel="attachment" '
    'href="{address}">a</a>',
    "base": '<base href="{address}"><img alt="x" src="x.png"><link rel="attachment" href="x">',
    "import": '<style>@import "{address}"; @import url({address});</style>',
    "background": '<p style="background: url({address})">x</p>',
    "content": "<style>p::before { content: url({address}) }</style><p>x</p>",
    "list": '<ul style="list-style-image: url({address})"><li>x</li></ul>',
    "border": '<p style="border: 9px solid; border-image-source: url({address})">x</p>',
    "mark": "<style>@page { background: url({address}) }</style>",
    "font": "<style>@font-face { font-family: F; src: url({address}) } p { font-family: F }"
    "</style><p>x</p>",
    "local font": '<style>@font-face { font-family: G; src: local("{address}") }</style>',
    "frame": '<iframe src="{address}"></iframe>',
    "object": '<object data="{address}"></object><embed src="{address}">',
    "video": '<video src="{address}" poster="{address}"></video>',
    "SVG in the page": svg(
        '<image href="{address}" width="9" height="9"/><image xlink:href="{address}" width="9" '
        'height="9"/><use href="{address}#a"/><use xlink:href="{address}#a"/>'
        '<style>@import "{address}"; rect { fill: url({address}#a) }</style>'
    ),
    "script": '<script src="{address}"></script><script>fetch("{address}")</script>',
    "refresh": '<meta http-equiv="refresh" content="0; url={address}">',
}
SVGS = {
    "picture": svg('<image href="{address}" width="9" height="9"/>'),
    "old picture": svg('<image xlink:href="{address}" width="9" height="9"/>'),
    "use": svg('<use href="{address}#a"/>'),
    "style": svg('<style>@import "{address}";</style><rect fill="url({address}#a)" width="9"/>'),
    "sheet": '<?xml-stylesheet href="{address}" type="text/css"?>' + svg(""),
    "entity": svg("<text y='20'>&out;</text>", OUTSIDE),
    "parameter": svg("<text>x</text>", '<!DOCTYPE s [<!ENTITY % p SYSTEM "{address}"> %p;]>'),
    "laughs": svg("<text>&a9;</text>", LAUGHS + "]>"),
    "include": svg('<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{address}"/>'),
}


def printed(html: str) -> bytes:
    return write(Printed(html=f'<html lang="sv"><title>Plan</title>{html}</html>', headings={}))


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A file of the machine with something to be found."""
    file = tmp_path / "hemlig.txt"
    file.write_text(PLANTED)
    return file


def assert_nothing_came(page: str, planted: Path) -> None:
    """The page's PDF is the same bytes when there is no such file, and has nothing attached."""
    pdf = printed(page)
    content = planted.read_text()
    planted.unlink()
    assert pdf == printed(page), "the PDF depends on a file that is not ours"
    planted.write_text(content)
    assert pdf.startswith(b"%PDF")
    assert PLANTED.encode() not in pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert list(opened.attachments) == []


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_a_page_leads_out(
    weasyprint_log: pytest.LogCaptureFixture, planted: Path, way: str
) -> None:
    with listener() as (port, asked):
        ways = [WAYS[way].replace("{address}", address) for address in addresses(port, planted)]
        assert_nothing_came("".join(ways), planted)
    assert asked == []


def test_a_colour_profile_of_others_stops_the_print(
    weasyprint_log: pytest.LogCaptureFixture, planted: Path
) -> None:
    # WeasyPrint goes on without all else that is refused.
    with pytest.raises(URLFetchingError):
        printed(f"<style>@color-profile --p {{ src: url({planted.as_uri()}) }}</style>")


@pytest.mark.parametrize("way", SVGS)
@pytest.mark.parametrize("kind", ["image/svg+xml", "image/png"])
def test_no_svg_that_stands_in_the_page_is_read(
    weasyprint_log: pytest.LogCaptureFixture, planted: Path, kind: str, way: str
) -> None:
    with listener() as (port, asked):
        pages = []
        for address in addresses(port, planted):
            picture = in_data(kind, SVGS[way].replace("{address}", address))
            nested = in_data(kind, svg(f'<image href="{picture}" width="9" height="9"/>'))
            pages.append(f'<img alt="x" src="{picture}"><img alt="x" src="{nested}">')
        assert_nothing_came("".join(pages), planted)
    assert asked == []
    said = [record for record in weasyprint_log.records if record.name == "plans.exports.fetcher"]
    assert {record.levelname for record in said} == {"WARNING"}
    assert max(len(record.getMessage()) for record in said) < 300


def test_all_ways_at_once_say_nothing_of_the_file(
    weasyprint_log: pytest.LogCaptureFixture, planted: Path
) -> None:
    ways = "".join(way.replace("{address}", planted.as_uri()) for way in WAYS.values())
    said = text_of(printed(f"<p>Det som syns</p>{ways}"))
    assert ("Det som syns" in said, PLANTED in said) == (True, False)


def addresses(port: int, planted: Path) -> list[str]:
    return [
        f"http://127.0.0.1:{port}/a",
        f"https://127.0.0.1:{port}/a",
        f"ftp://127.0.0.1:{port}/a",
        f"//127.0.0.1:{port}/a",
        planted.as_uri(),
        str(planted),
        f"../../../../../../../../../..{planted}",
    ]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", "data:text/css,p{}"]
)
def test_what_a_page_wanted_is_logged(
    weasyprint_log: pytest.LogCaptureFixture, address: str
) -> None:
    printed(f'<img alt="x" src="{address}">')
    said = [(r.name, r.levelname, r.getMessage()) for r in weasyprint_log.records]
    shown = f"A PDF fetches only what is its own, not {address}"
    assert ("plans.exports.fetcher", "WARNING", shown) in said


def test_a_huge_picture_in_the_page_costs_a_line_of_the_log(
    weasyprint_log: pytest.LogCaptureFixture,
) -> None:
    huge = "data:image/png;base64," + PIXEL + "A" * 30_000_000
    is_printed = printed(f'<img alt="x" src="{huge}">').startswith(b"%PDF")
    said = [r for r in weasyprint_log.records if r.name == "plans.exports.fetcher"]
    lengths = [len(record.getMessage()) for record in said]
    weasyprint_log.clear()
    assert (is_printed, len(lengths), max(lengths) < 300) == (True, 1, True)
