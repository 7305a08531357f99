"""The templates keep to the Content-Security-Policy: no style and no script of their own."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR, "templates")
SERVED = sorted(path for path in TEMPLATES.rglob("*.html") if "pdf" not in path.parts)
# A block of JSON is data: no browser runs it.
SCRIPT = r"<script(?![^>]*\bsrc=)(?! type=\"application/json\")"
FORBIDDEN = re.compile(rf"\sstyle=|<style|{SCRIPT}|\son\w+=|javascript:|hx-on|\bjs:")


@pytest.mark.parametrize("path", SERVED, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_carries_style_or_script(path: Path) -> None:
    assert FORBIDDEN.findall(path.read_text()) == []
