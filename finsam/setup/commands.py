"""The four commands of the Makefile, as lists of steps."""

import os

from finsam import postgres
from finsam.setup import (
    addresses,
    checkout,
    installation,
    product,
    server,
    system,
    verification,
    worker,
)


def run() -> int:
    """Everything from a bare machine to a served product; returns when the server has stopped."""
    port = addresses.wanted_port()
    if server.is_running(port):
        print(f"Finsam already runs at {addresses.address(port)} (`make stop` stops it).")
        return 0
    addresses.refuse_if_taken(port)
    embedded = not os.environ.get("DATABASE_URL")
    with checkout.exclusively("setup"):
        system.install(system.SERVING + (system.DATABASE if embedded else ()))
        installation.install("base")
        if embedded:
            postgres.MAIN.start()
        product.prepare()
    return server.serve(port)


def test() -> int:
    """Every check and test. Only the tests' own database is touched."""
    set_up_for_tests()
    with postgres.TEST.in_use():
        postgres.TEST.start()
        failed = verification.failures(postgres.TEST.url("finsam_owner"))
    postgres.TEST.stop_unless_in_use()
    print(f"Failed: {', '.join(failed)}" if failed else "Every check passed.", flush=True)
    return 1 if failed else 0


def bench() -> int:
    """The measurements of docs/performance.md, on fresh examples in the tests' own cluster."""
    set_up_for_tests()
    with postgres.TEST.in_use():
        postgres.TEST.start()
        postgres.TEST.renew()
        os.environ["DATABASE_OWNER_URL"] = postgres.TEST.url("finsam_owner")
        os.environ["DATABASE_URL"] = postgres.TEST.url("finsam_app")
        os.environ["DEMO"] = "1"
        product.prepare()
        code = product.manage("bench")
    postgres.TEST.stop_unless_in_use()
    return code


def stop() -> int:
    """Stop what this checkout has left running, and nothing else."""
    stopped = server.stop_all() + worker.stop_all()
    if postgres.MAIN.stop():
        stopped.append("database")
    if postgres.TEST.stop_unless_in_use():
        stopped.append("tests' database")
    print(f"Stopped: {', '.join(stopped)}." if stopped else "Nothing was running.")
    return 0


def set_up_for_tests() -> None:
    with checkout.exclusively("setup"):
        system.install(system.SERVING + system.DATABASE + system.TESTING)
        installation.install("dev")
