"""A samråd in brief, and what of it is shown outside the office."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from plans.document.consultation import Answer, Heard, Report, Round, Sending, in_order
from tests.factories import key

AT = datetime(2023, 11, 2, 12, tzinfo=UTC)


def answer(text: str = "", file_name: str = "") -> Answer:
    return Answer(
        pk=1,
        edition=1,
        stance="synpunkter" if text or file_name else "ingen erinran",
        has_remarks=bool(text or file_name),
        text=text,
        answered_by="Maria Ek",
        title="",
        way="brev",
        received_on=date(2023, 11, 2),
        registry_number="",
        file_name=file_name,
        sha256="",
        version="",
        registered_by="",
        at=AT,
    )


def heard(name: str, said: Answer | None = None) -> Heard:
    return Heard(
        key=key(name),
        name=name,
        address="kommun@berg.se",
        official_address="kommun@berg.se",
        sent_at=AT,
        opened_at=AT,
        has_link=True,
        answer=said,
    )


def a_round(*members: Heard, **more: Any) -> Round:
    sending = Sending(
        label="Samrådsversion", sent_on=date(2023, 10, 27), recipients=(("Berg", "b@berg.se"),)
    )
    return replace(
        Round(
            pk=1,
            opened_on=date(2023, 10, 27),
            closes_on=date(2023, 11, 17),
            held="",
            registry_number="",
            begun_by="Carin Chef",
            reminded_at=None,
            ended="",
            counts=True,
            members=members,
            sendings=(sending,),
        ),
        **more,
    )


def report(*rounds: Round) -> Report:
    return Report(
        federation="Förbundet",
        short_name="F",
        accent="#1b4c68",
        title="Plan 2024",
        year=2024,
        rounds=rounds,
    )


def test_in_brief_it_counts_and_has_a_line_for_each_with_remarks() -> None:
    one = a_round(heard("Berg", answer()), heard("Åre", answer("Höj\n inte.")), heard("Storuman"))
    assert report(one).brief == (
        "Samråd pågick 2023-10-27–2023-11-17. "
        "2 av 3 medlemmar har svarat: 1 utan erinran, 1 med synpunkter.",
        "Åre: Höj inte.",
    )


def test_remarks_in_a_file_are_pointed_to() -> None:
    one = a_round(heard("Berg", answer("", "yttrande.pdf")))
    assert one.brief[1] == "Berg: Se bifogad fil, yttrande.pdf."


def test_nobody_has_answered_is_a_sentence() -> None:
    assert a_round(heard("Berg")).brief[0].endswith("Ingen medlem har svarat.")


def test_held_elsewhere_it_says_how() -> None:
    one = a_round(heard("Berg", answer()), held="På mötet.", closes_on=date(2023, 10, 27))
    assert one.brief == (
        "Samråd hölls 2023-10-27. 1 av 1 medlemmar har svarat: 1 utan erinran.",
        "Så här hölls det: På mötet.",
    )


def test_what_was_before_the_last_decision_is_not_in_brief() -> None:
    assert report(a_round(heard("Berg"), counts=False)).brief == ()
    assert report().brief == ()


def test_outside_the_office_no_address_and_nothing_of_a_link_is_told() -> None:
    said = answer()
    shown = report(a_round(heard("Berg", said))).for_readers()
    [one] = shown.rounds
    assert one.members == (Heard(key=key("Berg"), name="Berg", answer=said),)
    assert one.sendings[0].recipients == (("Berg", ""),)


def test_members_stand_in_the_federations_order_and_others_last() -> None:
    found = in_order([heard("Z"), heard("B"), heard("A")], [key("B")])
    assert [one.name for one in found] == ["B", "A", "Z"]
