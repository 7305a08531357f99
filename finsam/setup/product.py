"""The product before it is served: tables, static files, example plans."""

import hashlib
import os
import subprocess

from finsam.setup import checkout
from finsam.setup.checkout import PYTHON, ROOT, VAR
from finsam.setup.installation import fingerprint


def prepare() -> None:
    """Bring the database and the static files up to date; in demo mode add missing examples."""
    checkout.call("Bringing the database up to date", unchecked("migrate", "--no-input"))
    checkout.call("Making the table of the cache", manage_command("createcachetable"))
    collect_static()
    if is_demo():
        checkout.call("Looking for the example plans", manage_command("loadexamples"))


def is_demo() -> bool:
    """Demo mode, unless DEMO=0: in real use no examples stand among the real plans."""
    return os.environ.get("DEMO", "").strip() != "0"


def collect_static() -> None:
    """Collect the static files again only where one of them has changed."""
    stamp, wanted = VAR / "static.stamp", static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    command = unchecked("collectstatic", "--no-input", "--clear")
    checkout.call("Collecting the static files", command)
    stamp.write_text(wanted)


def static_fingerprint() -> str:
    files = sorted(path for path in (ROOT / "static").rglob("*") if path.is_file())
    state = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return hashlib.sha256(repr([fingerprint("base"), state]).encode()).hexdigest()


def unchecked(*arguments: str) -> list[str]:
    """A command of Django's without its checks: `make test` makes them, they load every page."""
    return manage_command(*arguments, "--skip-checks")


def manage(*arguments: str) -> int:
    """Run a command of manage.py with its output on the screen."""
    return subprocess.run(manage_command(*arguments), cwd=ROOT, env=os.environ).returncode


def manage_command(*arguments: str) -> list[str]:
    return [str(PYTHON), "manage.py", *arguments]
