"""Samråd in the case: each round, its reminder, and what each member answered."""

from collections.abc import Iterator

from plans.deciding.casefile.entry import Entry, Filed, day_of, plain, said
from plans.deciding.casefile.rows import Rows
from plans.models import ConsultationAnswer


def consultations(rows: Rows) -> Iterator[Entry]:
    """Each round of samråd: when it began, how it was held, and its reminder."""
    for one in rows.consultations:
        number = f"Diarienummer {one.registry_number}." if one.registry_number else ""
        until = "" if one.held else f"Sista dag att svara {one.closes_on}."
        yield Entry(on=one.opened_on, what="Samråd", told=said(one.held, until, number))
        if one.reminded_at:
            yield Entry(on=day_of(one.reminded_at), what="Påminnelse om samrådet")


def answer_entry(answer: ConsultationAnswer) -> Entry:
    """What a member answered; a changed answer is an entry of its own."""
    who = ", ".join(filter(None, (answer.answered_by, answer.title)))
    number = f"Diarienummer {answer.registry_number}." if answer.registry_number else ""
    again = f"Utgåva {answer.edition} av svaret." if answer.edition > 1 else ""
    way = f"Kom in som {answer.get_way_display()}."
    if answer.way == ConsultationAnswer.Way.LINK:
        way = "Lämnat genom länken."
    elif answer.way == ConsultationAnswer.Way.MEETING:
        way = "Lämnat på möte."
    return Entry(
        on=answer.received_on,
        what=f"Svar på samrådet: {answer.member_name}, {answer.get_stance_display()}",
        told=said(answer.text, who, way, again, number),
        files=_answer_files(answer),
    )


def _answer_files(answer: ConsultationAnswer) -> tuple[Filed, ...]:
    if not answer.file_name:
        return ()
    name = f"{answer.pk}-{plain(answer.member_name)}-utgava-{answer.edition}"
    file = Filed(
        path=f"samrad/{name}.pdf",
        words=answer.file_name,
        on=answer.received_on,
        kind="answer",
        pk=answer.pk,
        field="file",
    )
    return (file,)
