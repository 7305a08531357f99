"""The server's process is killed while the chair approves: wholly decided, or not at all."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

import pytest
from django.db import connection, transaction

from finsam.letters.models import Letter
from finsam.setup.checkout import ROOT
from plans.deciding.transition import last_seen
from plans.models import Decision, DecisionRecord, Plan, PlanVersion
from tests.finsam.letters.workers import Worker
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db(transaction=True)

APPROVES = """
import time
from finsam.members.models import User
from plans.deciding.approving import Approval, approve
from plans.models import DecisionRecord
record = DecisionRecord.objects.select_related("plan__federation").get()
chair = User.objects.get(email="chair@berg.se")
approve(Approval(record=record, by=chair, seen={seen}, address="http://testserver/"))
print("approved", flush=True)
time.sleep(60)
"""
PATIENCE = 60


@pytest.fixture
def plan() -> Plan:
    plan = cases.before_board()
    cases.record(plan)
    return plan


@contextmanager
def approving(plan: Plan) -> Iterator[subprocess.Popen[str]]:
    """A process of its own, as the server's role, in which the chair presses. It ends killed."""
    process = subprocess.Popen(
        [
            sys.executable,
            "manage.py",
            "shell",
            "-v",
            "0",
            "-c",
            APPROVES.format(seen=last_seen(plan)),
        ],
        cwd=ROOT,
        env=Worker("smtp://localhost").environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)


def waits() -> bool:
    """Whether another connection to this database waits for a lock."""
    with connection.cursor() as cursor:
        # Within a transaction it is read once only.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)"
            " WHERE datname = current_database() AND NOT granted"
        )
        return cursor.fetchone() is not None


def until_it_waits(process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE
    while not waits():
        assert process.poll() is None, "It ended without waiting."
        assert time.monotonic() < end, "It never came there."
        time.sleep(0.05)


def until_alone() -> None:
    """The killed process's connection finds out that nobody is there, and takes all back."""
    with connection.cursor() as cursor:
        for _ in range(PATIENCE * 20):
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid()"
            )
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.05)


def is_untouched(plan: Plan) -> bool:
    plan.refresh_from_db()
    record = DecisionRecord.objects.get()
    kept = PlanVersion.objects.in_force().exists() or Decision.objects.exists()
    told = Letter.objects.filter(kind="plan_decided").exists()
    return plan.status == "review" and record.approved_at is None and not kept and not told


@pytest.mark.parametrize(
    "held",
    ["SELECT 1 FROM plans_plan FOR UPDATE", "LOCK TABLE letters_letter IN SHARE MODE"],
    ids=["before it writes", "before it commits"],
)
def test_killed_before_the_commit_nothing_is_decided(plan: Plan, held: str) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(held)
        with approving(plan) as process:
            until_it_waits(process)
    until_alone()
    assert is_untouched(plan)


def test_killed_after_the_commit_it_is_decided_whole(plan: Plan) -> None:
    with approving(plan) as process:
        assert process.stdout and process.stdout.readline() == "approved\n"
    plan.refresh_from_db()
    version = PlanVersion.objects.in_force().get()
    assert plan.status == "decided"
    assert DecisionRecord.objects.get().approved_by == "chair@berg.se"
    assert sha256(bytes(version.pdf)).hexdigest() == version.pdf_sha256
    told = Letter.objects.filter(kind="plan_decided").values_list("pk", flat=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE args->>'letter' = ANY(%s)",
            [[str(pk) for pk in told]],
        )
        assert cursor.fetchone() == (len(told),)
    assert told
