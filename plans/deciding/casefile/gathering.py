"""A plan's case file, without the bytes of what is stored."""

from datetime import date

from plans.deciding.casefile.entries import entries_of
from plans.deciding.casefile.entry import CaseFile
from plans.deciding.casefile.rows import rows_of
from plans.deciding.casefile.tables import tables_of
from plans.models import Plan


def case_file_of(plan: Plan) -> CaseFile:
    """All that is kept about the plan. The number of queries is the same however much it is."""
    rows = rows_of(plan)
    entries = entries_of(rows)
    last = entries[-1].on if entries else date(plan.year, 1, 1)
    return CaseFile(
        title=rows.title,
        federation=plan.federation.name,
        entries=entries,
        tables=tables_of(rows, last),
    )
