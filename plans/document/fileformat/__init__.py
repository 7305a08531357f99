"""The file format: one numbered JSON document per plan (`docs/file-format.md`). Pure.

`parse` gives what a file says, by its types alone; `content_of` also holds it against every rule
and every computed figure; `plan_bytes` writes the canonical file.
"""

from plans.document.content import PlanContent
from plans.document.fileformat.canonical import canonical, plan_bytes
from plans.document.fileformat.computed import computed_faults
from plans.document.fileformat.faults import Fault, FileFaults
from plans.document.fileformat.jsontext import ONCE, text_faults, tree_of
from plans.document.fileformat.rules import rule_faults
from plans.document.fileformat.schema import PlanFile
from plans.document.fileformat.shape import plan_file
from plans.document.fileformat.upgraders import in_todays_format

__all__ = [
    "Fault",
    "FileFaults",
    "PlanFile",
    "canonical",
    "content_of",
    "parse",
    "plan_bytes",
]


def parse(data: bytes) -> PlanFile:
    """The file as it stands, upgraded to today's format, its stored figures unquestioned.

    Raises FileFaults with every fault of its text and its types, or of its text alone where
    that is more than a member written twice: its types cannot be read then.
    """
    tree = tree_of(data)
    faults = text_faults(tree)
    if any(fault.expected != ONCE for fault in faults):
        raise FileFaults(faults)
    try:
        file = plan_file(in_todays_format(tree))
    except FileFaults as error:
        raise FileFaults([*faults, *error.faults]) from None
    if faults:
        raise FileFaults(faults)
    return file


def content_of(data: bytes) -> PlanContent:
    """The plan in a file, in canonical order. Raises FileFaults with every fault."""
    file = parse(data)
    content = file.content()
    faults = [*rule_faults(content), *computed_faults(file)]
    if faults:
        raise FileFaults(faults)
    return canonical(content)
