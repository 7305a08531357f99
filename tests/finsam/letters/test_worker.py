"""The queue with its real worker and a real mail server: what happens when either dies."""

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from finsam.letters.models import Letter
from tests.finsam.letters.test_delivering import letter, secret
from tests.finsam.letters.workers import PATIENCE, Worker
from tests.mailserver import MailServer, mail_server

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture(autouse=True)
def empty_queue() -> Iterator[None]:
    """The queue's tables are no models of ours, and are not emptied with the others."""
    yield
    execute(
        "TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_periodic_defers CASCADE"
    )


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "it never came to be"
        time.sleep(0.05)


def all_are_sent() -> bool:
    return not Letter.objects.waiting().exists()


def names(server: MailServer) -> list[str]:
    return sorted(message["Message-ID"] for message in server.messages)


def test_letters_are_sent_by_the_role_that_owns_nothing(server: MailServer) -> None:
    before = [letter(), secret()]
    with Worker(server.url) as worker:
        wait_until(all_are_sent)
        after = letter()
        wait_until(all_are_sent)
    assert names(server) == sorted(one.message_id for one in [*before, after])
    assert (worker.process.returncode, worker.said) == (0, "")


def test_a_mail_server_that_was_down_gets_every_letter_once(server: MailServer) -> None:
    server.down()
    letters = [letter(), letter(), letter()]
    with Worker(server.url) as worker:
        wait_until(lambda: Letter.objects.filter(attempts__gt=0).count() == len(letters))
        server.up()
        # They wait ten seconds; so long does no test.
        execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
        wait_until(all_are_sent)
    assert names(server) == sorted(one.message_id for one in letters)
    assert "is not sent: E-postservern svarade inte." in worker.said


def test_a_worker_killed_in_the_middle_sends_it_again_under_the_same_name(
    server: MailServer,
) -> None:
    written = letter()
    with Worker(server.url) as worker:
        server.on_message = lambda: os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.wait(PATIENCE)
    server.on_message = lambda: None
    written.refresh_from_db()
    assert (names(server), written.sent_at) == ([written.message_id], None)
    # It has been silent for long enough to be taken for dead.
    execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")
    with Worker(server.url):
        wait_until(all_are_sent)
    assert names(server) == [written.message_id] * 2


def test_letters_from_before_there_was_a_mail_server_are_sent_when_there_is_one(
    server: MailServer,
) -> None:
    written = letter()
    real = {"DEMO": "0", "SECRET_KEY": "s" * 50, "ALLOWED_HOSTS": "localhost"}
    with Worker("console:", **real):
        wait_until(is_idle)
    written.refresh_from_db()
    assert (written.sent_at, written.attempts) == (None, 0)
    with Worker(server.url, **real):
        wait_until(all_are_sent)
    assert names(server) == [written.message_id]


def is_idle() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE status = 'succeeded'), count(*) FROM procrastinate_jobs"
            " WHERE task_name = 'letters.deliver'"
        )
        done, all_of_them = cursor.fetchone()
    return bool(done == all_of_them == 1)
