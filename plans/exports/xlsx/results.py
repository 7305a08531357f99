"""What the formulas come to, kept beside them for programs that show a file without reckoning."""

from collections.abc import Mapping

from lxml import etree

from plans.exports.xlsx.numbers import Number

Results = Mapping[str, Number | str]
"""By the name of a cell with a formula ("B7"): its number or text, "" where it shows nothing."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def with_results(part: bytes, results: Results) -> bytes:
    """A worksheet's part of the file, with the results of its formulas."""
    root = etree.fromstring(part)
    for cell in root.iter(f"{_MAIN}c"):
        value = cell.find(f"{_MAIN}v")
        if value is not None and cell.find(f"{_MAIN}f") is not None:
            result = results[str(cell.get("r"))]
            value.text = str(result)
            if isinstance(result, str):
                cell.set("t", "str")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
