"""The virtual environment in .venv/, made of the compiled locks."""

import hashlib
import subprocess
import sys

from finsam.setup import checkout
from finsam.setup.checkout import PYTHON, ROOT, VENV

LOCKS = ROOT / "requirements"
PIP = (PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes")


def install(name: str) -> None:
    """Make .venv/ hold what the lock `name` says, unless it does already."""
    if not is_sound():
        command = (sys.executable, "-m", "venv", "--clear", VENV)
        checkout.call("Making the virtual environment", command)
    stamp, wanted = VENV / f"installed-{name}", fingerprint(name)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing the Python packages ({name}) …", flush=True)
    if not install_quickly(name):
        checkout.call("The same with pip", [*PIP, "-r", LOCKS / f"{name}.txt"])
    stamp.write_text(wanted)


def is_sound() -> bool:
    """Whether the environment's Python runs and is of this version: it dies with the system's."""
    code = "import sys, pip; print(*sys.version_info[:2])"
    try:
        said = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True)
    except OSError:
        return False
    return said.stdout.split() == [str(part) for part in sys.version_info[:2]]


def fingerprint(name: str) -> str:
    return hashlib.sha256((LOCKS / f"{name}.txt").read_bytes()).hexdigest()


def install_quickly(name: str) -> bool:
    """Install with uv; False where uv cannot be had or does not reach the packages."""
    uv = (VENV / "bin" / "uv", "pip", "install", "--python", PYTHON, "--require-hashes")
    return (
        checkout.run_logged([*PIP, "-r", LOCKS / "uv.txt"]) == 0
        and checkout.run_logged([*uv, "-r", LOCKS / f"{name}.txt"]) == 0
    )
