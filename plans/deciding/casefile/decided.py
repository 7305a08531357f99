"""Decisions in the case: records, minutes and notices, and how they went out."""

from collections.abc import Iterable, Iterator

from plans.deciding.casefile.entry import Entry, Filed, day_of, plain, said
from plans.deciding.casefile.rows import Rows
from plans.deciding.wording import record_text
from plans.models import Decision, DecisionRecord, Dispatch

TEXT = "utf-8-sig"
"""Old programs take a text without its mark for another encoding."""


def record_entry(record: DecisionRecord) -> Entry:
    """An approved record, as text."""
    what = "Återremiss" if record.referral else "Styrelsens beslut"
    text = Filed(
        path=f"beslut/{record.decided_on}-{plain(what)}-{record.pk}.txt",
        words=f"{what}, uppgifterna i ord",
        on=record.decided_on,
        data=f"{record_text(record)}\n".encode(TEXT),
    )
    by = f"Godkänt av {record.approved_by}."
    return Entry(on=record.decided_on, what=what, told=said(by, record.referral), files=(text,))


def decisions(decisions: Iterable[Decision]) -> Iterator[Entry]:
    """The days of the minutes and of the notice."""
    days = {
        "adjusted_on": "Protokollet är justerat",
        "posted_on": "Beslutet är anslaget",
        "taken_down_on": "Anslaget är nedtaget",
    }
    for decision in decisions:
        number = f"§ {decision.minutes_paragraph}" if decision.minutes_paragraph else ""
        for name, what in days.items():
            day = getattr(decision, name)
            if day:
                yield Entry(on=day, what=what, told=said(f"Beslut {decision.decided_on}", number))


def decision_files(rows: Rows) -> Iterator[Entry]:
    """Minutes, and what the chair has signed."""
    for one in rows.files:
        day, kind = day_of(one.added_at), one.get_kind_display()
        file = Filed(
            path=f"beslut/{one.decided_on}-{plain(kind)}-{one.pk}.pdf",
            words=one.name,
            on=day,
            kind="file",
            pk=one.pk,
            field="pdf",
        )
        about = f"Till beslutet {one.decided_on}. Inlagt av {one.added_by}."
        yield Entry(on=day, what=kind.capitalize(), told=(about,), files=(file,))


def dispatch_entry(one: Dispatch) -> Entry:
    """The decision as it was sent, and to how many."""
    day = day_of(one.at)
    count, words = len(one.recipients.all()), "\n\n".join(said(one.message, one.text))
    text = Filed(
        path=f"expediering/{day}-beslutet-{one.pk}.txt",
        words="Beslutet som det skickades",
        on=day,
        data=f"{words}\n".encode(TEXT),
    )
    return Entry(
        on=day,
        what=f"Expedierat till {'en mottagare' if count == 1 else f'{count} mottagare'}",
        told=(f"Version {one.version}, av {one.by}.",),
        files=(text,),
    )


def publications(rows: Rows) -> Iterator[Entry]:
    """When the plan was published and taken down."""
    for one in rows.publications:
        what = "Planen är publicerad" if one.is_public else "Planen är borttagen från webben"
        yield Entry(on=day_of(one.at), what=what, told=(f"Av {one.by}.",))
