"""A small file that would be a large thing is refused before it takes the machine's memory.

Each is read in a process of its own, which tells how much it held at most.
"""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from finsam.setup.checkout import ROOT

MOST_MEGABYTES = 450
READER = """
import sys
from pathlib import Path
from finsam.federations.pictures import encoded
from plans.document.word import WordRefused, plan_of_file
data = Path(sys.argv[2]).read_bytes()
try:
    plan_of_file(data) if sys.argv[1] == "word" else encoded(data)
    print("taken")
except WordRefused as refusal:
    print(str(refusal)[:40])
except ValueError as fault:
    print(type(fault).__name__)
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""
W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
TOO_MUCH = "Word-filen innehåller för mycket för att"
DAMAGED = "Word-filen är skadad och går inte att lä"


def word(body: bytes, before: bytes = b"") -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", before + W + body + b"</w:document>")
    return stream.getvalue()


def of_many_parts() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for number in range(100_000):
            archive.writestr(f"{number:x}", b"")
    return stream.getvalue()


def blank(side: int, mode: str) -> bytes:
    stream = BytesIO()
    Image.new(mode, (side, side)).save(stream, "PNG", compress_level=1)
    return stream.getvalue()


LAUGHS = b"<!DOCTYPE d [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
BOMBS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "elements": ("word", lambda: word(b"<a/>" * 5_000_000), TOO_MUCH),
    "entities": ("word", lambda: word(b"&j;", LAUGHS + b"]>"), DAMAGED),
    "entities in UTF-16": (
        "word",
        lambda: word(b"", "<!DOCTYPE d [<!ENTITY a 'ha'>]>".encode("utf-16-le")),
        DAMAGED,
    ),
    "a file of the machine": (
        "word",
        lambda: word(b"&a;", b"<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
        DAMAGED,
    ),
    "parts": ("word", of_many_parts, TOO_MUCH),
    "points": ("picture", lambda: blank(20_000, "1"), "ValueError"),
    "the largest picture that is taken": ("picture", lambda: blank(6300, "RGBA"), "taken"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_small_to_send_is_not_large_to_read(tmp_path: Path, name: str) -> None:
    kind, make, answer = BOMBS[name]
    file = tmp_path / "file"
    file.write_bytes(make())
    command = [sys.executable, "-c", READER, kind, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said, megabytes = done.stdout.splitlines()
    assert said == answer
    assert int(megabytes) < MOST_MEGABYTES
