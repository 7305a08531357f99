"""The case in time order."""

from plans.deciding.casefile.consulted import answer_entry, consultations
from plans.deciding.casefile.decided import (
    decision_files,
    decisions,
    dispatch_entry,
    publications,
    record_entry,
)
from plans.deciding.casefile.entry import Entry
from plans.deciding.casefile.rows import Rows
from plans.deciding.casefile.sent import papers, steps, versions


def entries_of(rows: Rows) -> tuple[Entry, ...]:
    """Everything, oldest first; of one day in the order of the table below."""
    kinds = (
        consultations(rows),
        steps(rows),
        versions(rows),
        papers(rows),
        map(answer_entry, rows.answers),
        map(record_entry, rows.records),
        decisions(rows.decisions),
        decision_files(rows),
        map(dispatch_entry, rows.dispatches),
        publications(rows),
    )
    return tuple(sorted((one for kind in kinds for one in kind), key=lambda one: one.on))
