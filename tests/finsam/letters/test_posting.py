import re

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from finsam.letters.models import Letter, LetterFile
from finsam.letters.posting import file_of, post
from finsam.letters.queue import DELIVER
from tests import factories

pytestmark = pytest.mark.django_db


def jobs() -> list[tuple[str, dict[str, int], int]]:
    return list(ProcrastinateJob.objects.values_list("task_name", "args", "priority"))


def test_a_letter_and_its_job_are_written_together() -> None:
    of = factories.federation()
    letter = post(
        kind="invitation",
        to_address="åsa@berg.se",
        to_name="Åsa\nBerg",
        subject="Inbjudan  till\nförbundet",
        body="Hej",
        federation=of,
    )
    letter.refresh_from_db()
    assert (letter.subject, letter.to_name, letter.federation) == (
        "Inbjudan till förbundet",
        "Åsa Berg",
        of,
    )
    assert jobs() == [(DELIVER, {"letter": letter.pk}, 0)]


def test_what_the_caller_takes_back_was_never_written() -> None:
    with transaction.atomic():
        post(kind="code", to_address="anna@berg.se", subject="Kod", body="123")
        assert (Letter.objects.count(), len(jobs())) == (1, 1)
        transaction.set_rollback(True)
    assert (Letter.objects.count(), jobs()) == (0, [])


def test_a_file_is_stored_once_however_many_letters_carry_it() -> None:
    for name in ("plan.pdf", "plan.pdf", "annan.pdf"):
        file = file_of(name=name, media_type="application/pdf", data=b"%PDF-")
        factories.letter(files=[file])
    stored = LetterFile.objects.values_list("name", "data")
    assert [(name, bytes(data)) for name, data in stored] == [
        ("plan.pdf", b"%PDF-"),
        ("annan.pdf", b"%PDF-"),
    ]
    assert [file.letters.count() for file in LetterFile.objects.all()] == [2, 1]


def test_a_code_goes_before_the_others() -> None:
    letter = post(kind="code", to_address="anna@berg.se", subject="Kod", body="123", is_secret=True)
    assert jobs() == [(DELIVER, {"letter": letter.pk}, 10)]


def test_each_letter_has_a_name_of_its_own_at_the_senders_host(
    settings: Settings,
) -> None:
    settings.DEFAULT_FROM_EMAIL = "Finsam <plan@finsam.example>"
    ids = {post(kind="x", to_address="a@b.se", subject="x", body="x").message_id for _ in range(2)}
    assert [bool(re.fullmatch(r"<[0-9a-f-]{36}@finsam\.example>", one)) for one in ids] == [
        True
    ] * 2
