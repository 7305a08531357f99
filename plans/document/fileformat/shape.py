"""A JSON tree to a plan file by its types alone, with every fault in Swedish."""

import json
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from plans.document.fileformat.faults import Fault, FileFaults, described, pointer
from plans.document.fileformat.schema import PLAN_FILE, PlanFile

EXPECTED = {
    "bool_type": "true eller false",
    "dataclass_type": "ett objekt",
    "dict_type": "ett objekt",
    "extra_forbidden": "inget fält med det namnet",
    "finite_number": "ett decimaltal",
    "int_type": "ett heltal",
    "mapping_type": "ett objekt",
    "missing": "ett värde",
    "string_type": "en text",
    "tuple_type": "en lista",
    "unexpected_keyword_argument": "inget fält med det namnet",
    "union_tag_not_found": 'ett objekt med fältet "kind"',
}
EXPECTED_BY_FAMILY = {
    "date": "ett datum (ÅÅÅÅ-MM-DD)",
    "decimal": "ett decimaltal",
    "uuid": "en nyckel (UUID)",
}
KRONOR = {"above", "amount", "amounts", "equity_floor", "opening", "previous_allocation"}
"""Members whose whole numbers are kronor, wherever they stand."""


def plan_file(tree: dict[str, Any]) -> PlanFile:
    """The plan file of a tree in today's format. Raises FileFaults with one fault per place."""
    try:
        return PLAN_FILE.validate_json(json.dumps(tree))
    except ValidationError as error:
        raise FileFaults(_fault(details) for details in error.errors(include_url=False)) from None


def _fault(details: ErrorDetails) -> Fault:
    is_missing = details["type"] == "missing"
    found = "ingenting" if is_missing else described(details["input"])
    return Fault(pointer(*_place(details["loc"])), _expected(details), found)


def _place(location: tuple[str | int, ...]) -> list[str | int]:
    """The location without a block's kind and the mark for a name, which are no steps."""
    before = ("", *location)
    return [
        part
        for part, above in zip(location, before, strict=False)
        if above != "block" and part != "[key]"
    ]


def _expected(details: ErrorDetails) -> str:
    kind = details["type"]
    if kind == "int_type" and KRONOR.intersection(details["loc"]):
        return "ett heltal i kronor"
    if kind in EXPECTED:
        return EXPECTED[kind]
    family = EXPECTED_BY_FAMILY.get(kind.partition("_")[0])
    return family or _listed(details)


def _listed(details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    values = str(context.get("expected") or context.get("expected_tags") or "")
    if not values:
        return f"ett giltigt värde ({details['msg']})"
    return "ett av " + values.replace("'", '"').replace(" or ", " eller ")
