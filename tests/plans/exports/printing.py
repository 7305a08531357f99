"""Plans to print in tests. What is printed twice is made once."""

import re
import subprocess
from functools import cache
from pathlib import Path

from plans.document.content import PlanContent, Section
from plans.document.document import Document, document_of
from plans.document.fileformat import content_of
from plans.exports.pdf import render_pdf
from tests.factories import key

EXAMPLES = Path(__file__).resolve().parents[3] / "plans" / "examples"
NAMES = tuple(sorted(file.stem for file in EXAMPLES.glob("*.json")))


@cache
def example(name: str) -> Document:
    """The document of an example plan."""
    return document_of(content_of((EXAMPLES / f"{name}.json").read_bytes()))


@cache
def example_pdf(name: str) -> bytes:
    return render_pdf(example(name))


def pdf_of(content: PlanContent) -> bytes:
    return render_pdf(document_of(content))


def text_of(pdf: bytes) -> str:
    """The text as pdftotext reads it line by line, with ordinary single spaces."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True)
    lines = done.stdout.decode().replace("\u00a0", " ").replace("\u202f", " ").split("\n")
    return "\n".join(re.sub(" +", " ", line).strip(" ") for line in lines)


def section(html: str, heading: str = "Rubrik") -> Section:
    return Section(key=key(heading), heading=heading, html=html)
