"""What was sent and frozen of the plan, and the steps that left nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plans.deciding.casefile.entry import Entry, Filed, day_of, plain, said
from plans.deciding.casefile.rows import Rows
from plans.deciding.transition import told
from plans.models import Passage, PlanVersion


def versions(rows: Rows) -> Iterator[Entry]:
    """Each version with its files, its recipients, and the step that it was of."""
    steps: dict[int, list[Passage]] = defaultdict(list)
    for passage in rows.passages:
        steps[passage.version or 0].append(passage)
    for version in rows.versions:
        yield _version(version, steps[version.number])


def _version(version: PlanVersion, steps: Iterable[Passage]) -> Entry:
    names = [one.name for one in version.recipients.all()]
    steps_told = [line for one in steps for line in (told(one), one.reason)]
    note = "" if version.note in steps_told else version.note
    return Entry(
        on=version.dated_on,
        what=version.label,
        told=said(*steps_told, note, f"Skickad till {', '.join(names)}." if names else ""),
        files=tuple(_version_file(version, name) for name in ("pdf", "json")),
    )


def _version_file(version: PlanVersion, field: str) -> Filed:
    return Filed(
        path=f"versioner/{version.number:02}-{plain(version.label)}.{field}",
        words=f"{version.label}, {field.upper()}",
        on=version.dated_on,
        kind="version",
        pk=version.pk,
        field=field,
    )


def papers(rows: Rows) -> Iterator[Entry]:
    """Each set of board papers that was sent."""
    for one in rows.papers:
        file = Filed(
            path=f"underlag/{one.number:02}-{plain(one.title)}.pdf",
            words=f"Underlag {one.number}, PDF",
            on=one.sent_on,
            kind="papers",
            pk=one.pk,
            field="pdf",
        )
        meeting = f"Till mötet {one.meeting_on}." if one.meeting_on else ""
        proposals = [f"- att {text}" for text in one.proposals]
        yield Entry(
            on=one.sent_on,
            what=f"Underlag till styrelsen {one.number}: {one.title}",
            told=said(meeting, *proposals),
            files=(file,),
        )


def steps(rows: Rows) -> Iterator[Entry]:
    """What was done with the plan that left no version: taken back, referred back, revised."""
    for one in rows.passages:
        if one.version is None:
            yield Entry(on=day_of(one.at), what=told(one), told=said(one.reason))
