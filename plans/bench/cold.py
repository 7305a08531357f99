"""A plan printed by a process of its own, from its start to its end."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from django.conf import settings

from plans.document.content import PlanContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Cold:
    """`ms` by the clock on the wall, and the most memory that the process had, in bytes."""

    ms: float
    peak: int


def printed_cold(content: PlanContent, count: int) -> Cold:
    """Print the plan as it stands in the database by `manage.py exportplan`, `count` times.

    To be called before this process has grown: on Linux a child's peak begins with its parent's.
    Raises CalledProcessError where the command fails.
    """
    with TemporaryDirectory() as folder:
        output = str(Path(folder) / "plan.pdf")
        named = (content.federation.slug, str(content.year))
        command = ("exportplan", *named, "--format", "pdf", "--output", output)
        runs = [_run([sys.executable, "manage.py", *command]) for _ in range(count)]
    return Cold(ms=median(run.ms for run in runs), peak=max(run.peak for run in runs))


def _run(command: list[str]) -> Cold:
    start = perf_counter()
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cold(ms=(perf_counter() - start) * 1000, peak=usage.ru_maxrss * 1024)
