from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from finsam.letters.delivering import SECRETS_LAST, TOO_OLD
from finsam.letters.models import Letter
from finsam.letters.sweeping import forgotten, hurry, sweep
from tests.finsam.letters.test_delivering import aged, letter, secret

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def configured(settings: Settings) -> None:
    settings.IS_MAIL_CONFIGURED = True


def forget() -> None:
    ProcrastinateJob.objects.all()._raw_delete("default")


def test_a_letter_with_a_job_is_left_to_it() -> None:
    letter()
    sweep()
    assert ProcrastinateJob.objects.count() == 1


def test_a_letter_without_a_job_gets_one() -> None:
    written = letter()
    forget()
    assert list(forgotten()) == [written]
    sweep()
    assert (list(forgotten()), ProcrastinateJob.objects.count()) == ([], 1)


def test_what_is_sent_or_closed_needs_none() -> None:
    for field in ("sent_at", "closed_at"):
        Letter.objects.filter(pk=letter().pk).update(**{field: timezone.now()})
    forget()
    sweep()
    assert ProcrastinateJob.objects.count() == 0


def test_without_a_mail_server_nothing_is_queued(settings: Settings) -> None:
    settings.DEMO = settings.IS_MAIL_CONFIGURED = False
    letter()
    forget()
    sweep()
    assert ProcrastinateJob.objects.count() == 0


def test_a_code_goes_when_it_is_no_longer_valid_whatever_became_of_its_letter() -> None:
    old = SECRETS_LAST + timedelta(seconds=1)
    waiting, sent, young = aged(secret(), old), aged(secret(), old), secret()
    Letter.objects.filter(pk=sent.pk).update(sent_at=timezone.now())
    sweep()
    for one in (waiting, sent, young):
        one.refresh_from_db()
    assert [bool(one.body) for one in (waiting, sent, young)] == [False, False, True]
    assert [one.last_error for one in (waiting, sent, young)] == [TOO_OLD, "", ""]
    assert [one.closed_at is None for one in (waiting, sent, young)] == [False, True, True]


def test_what_waits_for_its_next_attempt_can_be_hurried() -> None:
    letter()
    jobs = ProcrastinateJob.objects.all()
    jobs.update(scheduled_at=timezone.now() + timedelta(hours=1))
    hurry()
    assert [job.scheduled_at for job in jobs.all()] == [None]
