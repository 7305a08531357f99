"""The bytes of a case's files, one at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model

from plans.deciding.casefile.entry import Filed
from plans.deciding.consulting.reporting import report_of
from plans.exports.consultation import consultation_pdf
from plans.models import BoardPapers, ConsultationAnswer, DecisionFile, Plan, PlanVersion

REPORT = "report"
"""Not stored but printed each time: the appendix of samråd, of the plan whose key it has."""

KINDS: dict[str, type[Model]] = {
    "version": PlanVersion,
    "papers": BoardPapers,
    "answer": ConsultationAnswer,
    "file": DecisionFile,
}


def copies_of(files: Iterable[Filed]) -> Iterator[tuple[Filed, bytes]]:
    """Each file with its bytes. A query for each kind of row; no more than a row is held.

    The appendix of samråd takes its own, as many however much was answered, and a second.
    """
    stored: dict[str, dict[int, list[Filed]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        if file.kind == REPORT:
            yield file, consultation_pdf(report_of(Plan.objects.for_reading().get(pk=file.pk)))
        elif file.kind:
            stored[file.kind][file.pk].append(file)
        else:
            yield file, file.data
    for kind, model in KINDS.items():
        if kind in stored:
            yield from _stored(model, stored[kind])


def _stored(model: type[Model], wanted: dict[int, list[Filed]]) -> Iterator[tuple[Filed, bytes]]:
    fields = {file.field for files in wanted.values() for file in files}
    rows: Any = model._default_manager.filter(pk__in=wanted).only(*fields).order_by("pk")
    for row in rows.iterator(chunk_size=1):
        for file in wanted[row.pk]:
            yield file, bytes(getattr(row, file.field))
