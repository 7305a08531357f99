"""The workbook recomputed by LibreOffice, which knows nothing of our figures."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plans.document.document import Document, document_of
from plans.exports.xlsx import render_xlsx
from tests.plans.exports.printing import example
from tests.plans.exports.xlsx.budgets import HARD
from tests.plans.exports.xlsx.reading import WITH_BUDGET, expected, opened, read

DOCUMENTS: dict[str, Document] = {
    **{name: example(name) for name in WITH_BUDGET},
    "hard": document_of(HARD),
}

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode"><value>0</value></prop>
  </item>
</oor:items>
"""
"""A profile that never believes the results in a file, and reckons them all anew."""

OFFICE = shutil.which("soffice") or ""
CALC = OFFICE and (Path(OFFICE).resolve().parent / "libsclo.so").exists()

pytestmark = pytest.mark.skipif(
    not CALC, reason="LibreOffice Calc is not installed (Debian: libreoffice-calc-nogui)"
)


@pytest.fixture(scope="module")
def recomputed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the workbooks as LibreOffice saves them, all in one go."""
    folder = tmp_path_factory.mktemp("xlsx")
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS)
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.xlsx").write_bytes(render_xlsx(document))
    done = subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={profile.parent.as_uri()}",
            *("--headless", "--convert-to", "xlsx", "--outdir", folder / "out"),
            *(folder / f"{name}.xlsx" for name in DOCUMENTS),
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_figure_comes_out_the_same(recomputed: Path, name: str) -> None:
    places = expected(DOCUMENTS[name])
    data = (recomputed / f"{name}.xlsx").read_bytes()
    assert read(opened(data, results=True), places) == places
