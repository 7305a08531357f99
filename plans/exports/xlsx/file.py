"""The workbook as a file: the same content is the same bytes."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from plans.exports.sealing import sealed
from plans.exports.xlsx.properties import undated
from plans.exports.xlsx.results import Results, with_results

MAKER = "docProps/app.xml"
OURS = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Finsam</Application></Properties>"
)
"""openpyxl says that Microsoft Excel made the file."""

PROPERTIES = "docProps/core.xml"


def workbook_bytes(workbook: Workbook, tabs: Sequence[Results]) -> bytes:
    """The file. `tabs` are the results of the formulas, tab by tab."""
    written = BytesIO()
    # Its own `save` would put the present time into the file.
    ExcelWriter(workbook, ZipFile(written, "w", ZIP_DEFLATED)).save()
    data = written.getvalue()
    return sealed(data, dict(_changed(data, tabs)))


def _changed(data: bytes, tabs: Sequence[Results]) -> Iterator[tuple[str, bytes]]:
    """The parts that are made anew, by name."""
    yield MAKER, OURS
    with ZipFile(BytesIO(data)) as file:
        yield PROPERTIES, undated(file.read(PROPERTIES))
        for number, results in enumerate(tabs, 1):
            name = f"xl/worksheets/sheet{number}.xml"
            yield name, with_results(file.read(name), results)
