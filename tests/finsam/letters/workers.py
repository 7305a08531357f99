"""The real worker, as a process of its own and as the server's database role."""

import os
import subprocess
import sys
from types import TracebackType

from django.db import connection
from psycopg.conninfo import make_conninfo

from finsam import postgres
from finsam.setup.checkout import ROOT

PATIENCE = 30


class Worker:
    """`manage.py worker`, on the tests' database, sending to the given EMAIL_URL."""

    def __init__(self, email_url: str, **environment: str) -> None:
        database = make_conninfo(
            postgres.TEST.url("finsam_app"), dbname=str(connection.settings_dict["NAME"])
        )
        own = {name: v for name, v in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
        self.environment = own | {
            "DATABASE_URL": database,
            "DATABASE_ROLE": "app",
            "EMAIL_URL": email_url,
            **environment,
        }

    def __enter__(self) -> "Worker":
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "worker"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.terminate()
        self.said, _ = self.process.communicate(timeout=PATIENCE)
