"""The case file: everything that is kept, in order, the same each time."""

import csv
from datetime import date
from hashlib import sha256
from io import StringIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from plans.deciding.approving import approve
from plans.deciding.casefile.entry import CaseFile, extension_of, plain
from plans.deciding.casefile.gathering import case_file_of
from plans.deciding.casefile.packing import pack
from plans.deciding.completing import complete, correct, decided_content
from plans.deciding.dispatching import dispatch, newest_of
from plans.deciding.publishing import publish
from plans.deciding.revising import in_force, revise
from plans.deciding.transition import last_seen
from plans.deciding.versions import Addressee
from plans.models import BoardPapers, Consultation, ConsultationAnswer, ConsultationLink, Plan
from plans.writing.filing import PdfFile
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db

TODAY = date.today()
PAPERS = b"%PDF-papers"
ANSWER = b"%PDF-answer"


@pytest.fixture
def plan() -> Plan:
    """Sent, decided, completed, corrected, sent out, published and taken up again."""
    plan = cases.before_board()
    consulted(plan)
    # What was sent with the version is the first.
    papers(plan, 2)
    approve(cases.approval(plan, cases.record(plan, reservations="Bo reserverar sig.")))
    office: dict[str, Any] = {"by": cases.office(plan)}
    minutes = PdfFile(name="Protokoll.pdf", data=factories.pdf())
    facts: dict[str, str | date] = {"minutes_paragraph": "42", "posted_on": TODAY}
    complete(plan, facts=facts, minutes=minutes, seen=last_seen(plan), **office)
    said: dict[str, Any] = {
        "made": decided_content(plan),
        "told": "§: 42 → 43.",
        "reason": "Fel siffra.",
    }
    number = {"minutes_paragraph": "43"}
    correct(plan, facts=number, seen=last_seen(plan), address=cases.ADDRESS, **said, **office)
    send_out(plan, "Försäkringskassan")
    publish(plan, **office)
    revise(plan, seen=last_seen(plan), **office)
    return plan


def consulted(plan: Plan, name: str = "Bergs kommun") -> None:
    held = Consultation.objects.create(
        plan=plan, version=1, opened_on=date(2024, 10, 1), closes_on=date(2024, 11, 1), begun_by="C"
    )
    member = uuid4()
    who: dict[str, Any] = {"consultation": held, "member_key": member, "member_name": name}
    ConsultationLink.objects.create(**who, address="kommun@berg.se", version=1)
    for edition, text in enumerate(("=2+2", "Nu bättre."), start=1):
        ConsultationAnswer.objects.create(
            **who,
            edition=edition,
            stance="remarks",
            text=text,
            way="letter",
            received_on=date(2024, 10, 20 + edition),
            file_name="Svar från Åre.PDF",
            file=ANSWER,
            sha256=sha256(ANSWER).hexdigest(),
        )


def papers(plan: Plan, number: int = 1) -> None:
    BoardPapers.objects.create(
        plan=plan,
        number=number,
        version=number,
        title="Missiv & plan",
        sent_on=date(2024, 11, 10),
        proposals=["fastställa planen"],
        pdf=PAPERS,
        sha256=sha256(PAPERS).hexdigest(),
        made_by="Carin",
    )


def send_out(plan: Plan, *names: str) -> None:
    version = in_force(plan)
    assert version is not None
    dispatch(
        plan,
        version=version.number,
        to=[Addressee(name=name, address=f"{plain(name)}@fk.se") for name in names],
        message="",
        by=cases.office(plan),
        seen=newest_of(plan),
    )


def unpacked(case: CaseFile) -> dict[str, bytes]:
    with pack(case) as file, ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_kind_of_thing_is_in_it_once(plan: Plan) -> None:
    found = unpacked(case_file_of(plan))
    answers = list(ConsultationAnswer.objects.values_list("pk", flat=True))
    record, file = plan.records.get(), plan.decision_files.get()
    sent = plan.dispatches.get()
    assert sorted(found) == sorted(
        [
            "index.html",
            "checksummor.txt",
            *(f"versioner/01-forslag-till-styrelsen-{TODAY}.{end}" for end in ("pdf", "json")),
            *(f"versioner/02-beslutad-{TODAY}.{end}" for end in ("pdf", "json")),
            *(f"versioner/03-kompletterad-{TODAY}.{end}" for end in ("pdf", "json")),
            *(f"versioner/04-rattelse-{TODAY}.{end}" for end in ("pdf", "json")),
            "versioner/mottagare.csv",
            "versioner/versioner.csv",
            "underlag/01-verksamhetsplan-och-budget-2025.pdf",
            "underlag/02-missiv-plan.pdf",
            *(
                f"samrad/{pk}-bergs-kommun-utgava-{edition}.pdf"
                for edition, pk in enumerate(answers, start=1)
            ),
            "samrad/bilaga-samrad.pdf",
            "samrad/mottagare.csv",
            "samrad/svar.csv",
            f"beslut/{TODAY}-styrelsens-beslut-{record.pk}.txt",
            f"beslut/{TODAY}-protokoll-{file.pk}.pdf",
            "beslut/beslut.csv",
            f"expediering/{TODAY}-beslutet-{sent.pk}.txt",
            "expediering/mottagare.csv",
            "steg.csv",
            "publicering.csv",
        ]
    )


def test_what_is_stored_is_there_byte_for_byte(plan: Plan) -> None:
    found = unpacked(case_file_of(plan))
    for version in plan.versions.all():
        [pdf, json] = [
            next(
                data for name, data in found.items() if name.startswith(start) and name[-4:] == end
            )
            for start, end in (
                (f"versioner/{version.number:02}", ".pdf"),
                (f"versioner/{version.number:02}", "json"),
            )
        ]
        assert (pdf, json) == (bytes(version.pdf), bytes(version.json))
    assert found["underlag/02-missiv-plan.pdf"] == PAPERS
    assert [data for name, data in found.items() if "utgava" in name] == [ANSWER, ANSWER]
    assert bytes(plan.decision_files.get().pdf) in found.values()


def test_the_checksums_are_those_of_every_other_file(plan: Plan) -> None:
    found = unpacked(case_file_of(plan))
    said = found.pop("checksummor.txt").decode()
    assert sorted(said.splitlines()) == sorted(
        f"{sha256(data).hexdigest()}  {name}" for name, data in found.items()
    )


def test_the_page_of_contents_stands_alone_and_links_to_each_file(plan: Plan) -> None:
    found = unpacked(case_file_of(plan))
    page = found["index.html"].decode()
    for name in set(found) - {"index.html"}:
        assert f'href="{name}"' in page
    assert [word in page for word in ("<script", "<style", "http", "src=")] == [False] * 4
    for words in ("§: 42 → 43. Fel siffra.", "Utgåva 2 av svaret.", "började revidera planen"):
        assert words in page


def test_the_same_case_is_the_same_file(plan: Plan) -> None:
    with pack(case_file_of(plan)) as one, pack(case_file_of(plan)) as other:
        assert one.read() == other.read()


def test_it_is_in_the_order_of_time(plan: Plan) -> None:
    days = [entry.on for entry in case_file_of(plan).entries]
    assert days == sorted(days)
    assert days[0] == date(2024, 10, 1)


def test_lists_open_in_a_spreadsheet_and_hold_no_formulas(plan: Plan) -> None:
    found = unpacked(case_file_of(plan))
    assert all(data.startswith(b"\xef\xbb\xbf") for name, data in found.items() if "csv" in name)
    answers = table(found["samrad/svar.csv"])
    assert [(one["Synpunkter"], one["Gäller"]) for one in answers] == [
        ("'=2+2", "nej"),
        ("Nu bättre.", "ja"),
    ]
    [sent] = table(found["expediering/mottagare.csv"])
    assert (sent["Mottagare"], sent["Adress"]) == ("Försäkringskassan", "forsakringskassan@fk.se")
    assert [one["Mottagare"] for one in table(found["versioner/mottagare.csv"])] == [
        "chair@berg.se"
    ]
    [decision] = table(found["beslut/beslut.csv"])
    assert (decision["§"], decision["Anslaget"]) == ("43", str(TODAY))
    assert [one["Vad"] for one in table(found["steg.csv"])] == [
        "skickade planen till styrelsen",
        "godkände beslutet",
        "kompletterade beslutet",
        "rättade skrivfel",
        "började revidera planen",
    ]


def test_the_record_is_in_words(plan: Plan) -> None:
    found = unpacked(case_file_of(plan))
    [text] = [data.decode("utf-8-sig") for name, data in found.items() if "styrelsens-b" in name]
    for words in ("Ann Ek", "att fastställa planen: bifall", "Bo reserverar sig.", "Godkänt av"):
        assert words in text


def test_neither_the_working_copy_nor_a_links_key_is_in_it(plan: Plan) -> None:
    Plan.objects.update(title="Det som skrivs nu")
    plan.records.create(
        kind="revised", decided_on=TODAY, version=1, written_by="C", meeting="Utkastet"
    )
    key = str(ConsultationLink.objects.get().key)
    found = b"".join(unpacked(case_file_of(Plan.objects.get())).values())
    for secret in ("Det som skrivs nu", "Utkastet", key):
        assert secret.encode() not in found


def test_another_plans_things_are_not_in_it(plan: Plan) -> None:
    other = factories.decided_plan(year=2023)
    factories.version(other, label="Annan version")
    consulted(other, "Andra kommunen")
    page = unpacked(case_file_of(plan))["index.html"].decode()
    assert ("Annan version" in page, "Andra kommunen" in page) == (False, False)
    mine = unpacked(case_file_of(other))
    assert [name for name in mine if "andra-kommunen" in name] != []


def test_a_case_of_nothing_is_empty() -> None:
    case = case_file_of(factories.draft_plan())
    assert (case.entries, case.tables, case.title) == ((), (), "Verksamhetsplan 2025")
    assert sorted(unpacked(case)) == ["checksummor.txt", "index.html"]


@pytest.mark.parametrize("count", [1, 7])
def test_as_many_queries_however_much_there_is(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan = factories.decided_plan()
    anna = factories.person("board", plan.federation)
    for number in range(1, count + 1):
        factories.sent(factories.version(plan), anna)
        consulted(plan, f"Kommun {number}")
        papers(plan, number)
        factories.decision_file(plan)
        send_out(plan, *(f"Mottagare {n}" for n in range(number)))
        factories.published(plan)
    plan.passages.create(act="revise", before="decided", after="draft", by="C", at=timezone.now())
    fresh = Plan.objects.for_reading().get()
    with django_assert_num_queries(13):
        case = case_file_of(fresh)
    with django_assert_num_queries(13):
        pack(case).close()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Bergs kommun", "bergs-kommun"),
        ("../../etc/passwd", "etcpasswd"),
        ("Åre & Östersund", "are-ostersund"),
        ("…", "namnlos"),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_files_name_is_safe_everywhere(name: str, safe: str) -> None:
    assert plain(name) == safe


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.PDF", "pdf"), ("a.tar.gz", "gz"), ("a", "bin"), ("a.p/df", "bin"), ("a.långt", "bin")],
)
def test_a_files_extension_is_a_plain_one(name: str, extension: str) -> None:
    assert extension_of(name) == extension
