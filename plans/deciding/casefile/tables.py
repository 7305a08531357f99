"""The case's lists: to whom things went, what was answered, what was done. Each opens in Excel."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.utils import timezone

from plans.deciding.casefile.copies import REPORT
from plans.deciding.casefile.entry import Filed
from plans.deciding.casefile.rows import Rows
from plans.deciding.workflow import WORKFLOW, Act
from plans.exports.csvfile import csv_bytes

Table = tuple[str, str, Sequence[str], list[Sequence[object]]]


def tables_of(rows: Rows, on: date) -> tuple[Filed, ...]:
    """Those with any rows. `on` is the day they are of: the case's last."""
    tables = (
        Filed(path=path, words=words, on=on, data=csv_bytes(heads, found))
        for path, words, heads, found in _tables(rows)
        if found
    )
    return (*_appendix(rows, on), *tables)


def _appendix(rows: Rows, on: date) -> Iterator[Filed]:
    """The samråd as it is printed: rounds, recipients and answers."""
    if rows.consultations:
        path, words = "samrad/bilaga-samrad.pdf", "Bilaga: samråd, PDF"
        yield Filed(path=path, words=words, on=on, kind=REPORT, pk=rows.plan.pk)


def _tables(rows: Rows) -> Iterator[Table]:
    yield (
        "versioner/mottagare.csv",
        "Till vem versionerna skickades",
        ("Version", "Namn på versionen", "Mottagare", "Adress", "Skickad"),
        [
            (version.number, version.label, to.name, to.address, _at(to.sent_at))
            for version in rows.versions
            for to in version.recipients.all()
        ],
    )
    yield (
        "versioner/versioner.csv",
        "Versionerna och deras kontrollsummor",
        ("Version", "Namn", "Datum", "Av", "Anmärkning", "PDF, SHA-256", "Data, SHA-256"),
        [
            (v.number, v.label, v.dated_on, v.made_by, v.note, v.pdf_sha256, v.json_sha256)
            for v in rows.versions
        ],
    )
    yield (
        "samrad/mottagare.csv",
        "Till vem samrådet skickades",
        ("Medlem", "Adress", "Version", "Skickad", "Öppnad", "Återkallad"),
        [(one.member_name, one.address, one.version, *map(_at, _times(one))) for one in rows.links],
    )
    yield _answers(rows)
    yield _decisions(rows)
    yield (
        "expediering/mottagare.csv",
        "Till vem beslutet expedierades",
        ("Dag", "Version", "Mottagare", "Adress"),
        [
            (_at(one.at), one.version, to.name, to.address)
            for one in rows.dispatches
            for to in one.recipients.all()
        ],
    )
    yield (
        "steg.csv",
        "Vad som har gjorts med planen",
        ("När", "Vem", "Vad", "Från läge", "Till läge", "Skäl", "Version"),
        [
            (
                _at(one.at),
                one.by,
                WORKFLOW[Act(one.act)].did,
                one.get_before_display(),
                one.get_after_display(),
                one.reason,
                one.version,
            )
            for one in rows.passages
        ],
    )
    yield (
        "publicering.csv",
        "När planen publicerades och togs bort från webben",
        ("När", "Vem", "Vad"),
        [
            (_at(one.at), one.by, "publicerad" if one.is_public else "borttagen")
            for one in rows.publications
        ],
    )


def _answers(rows: Rows) -> Table:
    last = {(one.consultation_id, one.member_key): one.pk for one in rows.answers}
    return (
        "samrad/svar.csv",
        "Medlemmarnas svar på samrådet",
        (
            "Medlem",
            "Utgåva",
            "Gäller",
            "Svar",
            "Synpunkter",
            "Namn",
            "Befattning",
            "Hur det kom",
            "Kom in",
            "Diarienummer",
            "Fil",
            "SHA-256",
            "Version",
        ),
        [
            (
                one.member_name,
                one.edition,
                "ja" if last[one.consultation_id, one.member_key] == one.pk else "nej",
                one.get_stance_display(),
                one.text,
                one.answered_by,
                one.title,
                one.get_way_display(),
                one.received_on,
                one.registry_number,
                one.file_name,
                one.sha256,
                one.version,
            )
            for one in rows.answers
        ],
    )


def _decisions(rows: Rows) -> Table:
    return (
        "beslut/beslut.csv",
        "Besluten med justering och anslag",
        (
            "Slag",
            "Gäller",
            "Dag",
            "§",
            "Diarienummer",
            "Justerat",
            "Anslaget",
            "Nedtaget",
            "Anmärkning",
        ),
        [
            (
                one.get_kind_display(),
                one.get_subject_display(),
                one.decided_on,
                one.minutes_paragraph,
                one.registry_number,
                one.adjusted_on,
                one.posted_on,
                one.taken_down_on,
                one.note,
            )
            for one in rows.decisions
        ],
    )


def _times(link: object) -> tuple[datetime | None, ...]:
    return tuple(getattr(link, name) for name in ("sent_at", "opened_at", "revoked_at"))


def _at(moment: datetime | None) -> str | None:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else None
