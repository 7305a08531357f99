"""A decision is expedierat once, to those who were chosen, with the PDF, or not at all."""

import threading

import pytest
from django.db import DatabaseError, DataError, connection, transaction

from finsam.letters.models import Letter, LetterFile
from finsam.members.access import Refused
from finsam.members.models import User
from plans.deciding.approving import approve
from plans.deciding.completing import complete
from plans.deciding.dispatching import dispatch, left_out, newest_of, reached, sent_of
from plans.deciding.officials import Official, addressees, officials_of
from plans.deciding.outgoing import Overtaken
from plans.deciding.revising import in_force, revise
from plans.deciding.transition import Incomplete, last_seen
from plans.deciding.versions import Addressee
from plans.models import Dispatch, DispatchRecipient, Plan
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db

BERG = Addressee(name="Bergs kommun", address="kommun@berg.se")
KASSAN = Addressee(name="Försäkringskassan", address="kontakt@fk.se")


@pytest.fixture
def plan() -> Plan:
    plan = factories.decided_plan()
    factories.version(plan)
    return plan


def send(plan: Plan, *to: Addressee, by: User | None = None, **more: object) -> Dispatch:
    version = in_force(plan)
    given = {
        "version": version.number if version else 0,
        "message": "",
        "seen": newest_of(plan),
        "by": by or cases.office(plan),
    }
    return dispatch(plan, to=to or (BERG,), **(given | more))  # type: ignore[arg-type]


def kept() -> tuple[int, int, int, int]:
    models = (Dispatch, DispatchRecipient, Letter, LetterFile)
    return tuple(model._default_manager.count() for model in models)  # type: ignore[return-value]


def test_each_gets_a_letter_with_the_decision_and_the_same_pdf(plan: Plan) -> None:
    made = send(plan, BERG, KASSAN, message="God läsning.")
    version = plan.versions.get()
    letters = Letter.objects.order_by("pk")
    assert [(one.to_name, one.to_address) for one in letters] == [
        ("Bergs kommun", "kommun@berg.se"),
        ("Försäkringskassan", "kontakt@fk.se"),
    ]
    for letter in letters:
        assert "God läsning." in letter.body
        assert "Styrelsens sammanträde 2024-11-28" in letter.body
        assert "Planen finns också på webben" not in letter.body
        [file] = letter.files.all()
        assert bytes(file.data) == bytes(version.pdf)
        assert file.name.endswith("(beslutad 2024-11-28).pdf")
    assert kept() == (1, 2, 2, 1)
    assert made.version == 1


def test_the_records_words_go_with_it_and_where_it_is_public_its_address() -> None:
    plan = cases.before_board()
    record = cases.record(plan, reservations="Bo Al reserverar sig.", meeting="Storuman")
    approve(cases.approval(plan, record))
    made = send(plan, public_address="http://testserver/offentligt/fjallbygden/2025/")
    for words in (
        "Samordningsförbundet Fjallbygden",
        f"Styrelsens sammanträde {record.decided_on}, Storuman",
        "Beslutet gäller planen och budgeten.",
        "- att fastställa planen: bifall",
        "Bo Al reserverar sig.",
    ):
        assert words in made.text
    body = Letter.objects.get(kind="decision_dispatched").body
    assert made.text in body
    assert "http://testserver/offentligt/fjallbygden/2025/" in body


def test_nothing_is_left_where_a_letter_cannot_be_written(plan: Plan) -> None:
    with pytest.raises(DataError), transaction.atomic():
        send(plan, BERG, Addressee(name="Någon", address=f"{'a' * 300}@berg.se"))
    assert kept() == (0, 0, 0, 0)


def test_pressed_twice_it_is_sent_once(plan: Plan) -> None:
    send(plan, seen=0)
    with pytest.raises(Overtaken, match=r"chef@berg.se expedierade beslutet .* Inget mer"):
        send(plan, seen=0)
    assert kept() == (1, 1, 1, 1)


def test_a_newer_version_in_force_is_read_first(plan: Plan) -> None:
    complete(
        plan,
        facts={"minutes_paragraph": "42"},
        minutes=None,
        by=cases.office(plan),
        seen=last_seen(plan),
    )
    with pytest.raises(Overtaken, match="En nyare version gäller nu"):
        send(plan, version=1)
    assert "§ 42" in send(plan).text


def test_what_is_in_force_is_sent_also_while_it_is_revised(plan: Plan) -> None:
    revise(plan, by=cases.office(plan), seen=last_seen(plan))
    assert send(plan).version == 1


def test_of_a_draft_nothing_is_sent() -> None:
    with pytest.raises(Incomplete, match="Ingen beslutad version gäller än"):
        send(factories.draft_plan())


@pytest.mark.parametrize("role", ["board", "auditor", "member", "economist"])
def test_the_office_alone_sends(plan: Plan, role: str) -> None:
    with pytest.raises(Refused):
        send(plan, by=factories.person(role, plan.federation))
    assert kept() == (0, 0, 0, 0)


def test_who_has_not_had_the_newest_version_is_known(plan: Plan) -> None:
    send(plan, BERG, KASSAN)
    officials = [
        Official(group="Medlemmarna", name="Berg", address="Kommun@berg.se"),
        Official(group="Medlemmarna", name="Dal", address="kommun@dal.se"),
        Official(group="Medlemmarna", name="Utan", address=""),
    ]
    first = plan.versions.get()
    assert left_out(officials, reached(sent_of(plan), first)) == ["Dal"]
    factories.version(plan, "completed")
    second = plan.versions.get(number=2)
    assert left_out(officials, reached(sent_of(plan), second)) == ["Berg", "Dal"]


def test_those_who_are_members_and_auditors_today_are_asked_for() -> None:
    of = factories.federation()
    for name, fields in {
        "Nu": {},
        "Ute": {"left_on": "2020-12-31"},
        "Sedan": {"joined_on": "2999-01-01"},
    }.items():
        member = factories.member(of, name)
        type(member).objects.filter(pk=member.pk).update(official_address="k@berg.se", **fields)
    factories.term(of, official_address="rev@berg.se")
    factories.term(of, holder="Förr", ends_on="2020-12-31")
    assert [(one.group, one.name, one.address) for one in officials_of(of)] == [
        ("Medlemmarna", "Nu", "k@berg.se"),
        ("Revisorerna", "Rut Ek", "rev@berg.se"),
    ]


def test_two_at_one_address_are_named_together() -> None:
    found = [
        Official(group="Medlemmarna", name="Berg", address="Post@berg.se"),
        Official(group="Medlemmarna", name="Dal", address="post@berg.se"),
    ]
    assert addressees(found) == [Addressee(name="Berg och Dal", address="Post@berg.se")]


def test_what_was_sent_is_never_changed_nor_removed(plan: Plan) -> None:
    made = send(plan)
    for change in (
        lambda: Dispatch.objects.update(message="Annat"),
        lambda: DispatchRecipient.objects.update(name="Annan"),
        lambda: made.recipients.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_sent_and_the_other_is_told() -> None:
    plan = factories.decided_plan()
    factories.version(plan)
    by = cases.office(plan)
    start, told = threading.Barrier(2), list[Overtaken]()

    def sends() -> None:
        try:
            start.wait()
            send(plan, seen=0, by=by)
        except Overtaken as overtaken:
            told.append(overtaken)
        finally:
            connection.close()

    threads = [threading.Thread(target=sends) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 1
    assert kept() == (1, 1, 1, 1)
