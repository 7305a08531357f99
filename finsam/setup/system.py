"""What the machine itself must have: libraries and programs from the system's packages."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from finsam.postgres import binaries
from finsam.refusal import Refusal
from finsam.setup import checkout

CLUSTER_SETTINGS = Path("/etc/postgresql-common/createcluster.conf")
# Debian's package would make a cluster of its own on the standard port.
NO_CLUSTER = "create_main_cluster = false"
APT = ("apt-get", "-y", "-q", "-o", "DPkg::Lock::Timeout=300")
INSTALL = ("install", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold")


@dataclass(frozen=True)
class Need:
    """A Debian package and how to see that what it gives is there."""

    package: str
    is_met: Callable[[], bool]


def library(name: str) -> Callable[[], bool]:
    def is_there() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return is_there


def program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


SERVING = (
    Need("python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None),
    Need("libpango-1.0-0", library("libpango-1.0.so.0")),
    Need("libpangoft2-1.0-0", library("libpangoft2-1.0.so.0")),
    Need("libharfbuzz-subset0", library("libharfbuzz-subset.so.0")),
)
DATABASE = (Need("postgresql", lambda: bool(binaries.installed())),)
TESTING = (
    Need("chromium", program("chromium", "chromium-browser", "google-chrome")),
    # Playwright's own program is linked with it.
    Need("libatomic1", library("libatomic.so.1")),
    Need("poppler-utils", program("pdftotext")),
    Need("qpdf", program("qpdf")),
)


def install(needs: Sequence[Need]) -> None:
    """Install what is missing, where we may; otherwise say how."""
    packages = [need.package for need in needs if not need.is_met()]
    if not packages:
        return
    become = way_to_root()
    if become is None or not shutil.which("apt-get"):
        raise Refusal(instructions(packages))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if "postgresql" in packages and not has_cluster_choice():
        prevent_cluster(become)
    checkout.call("Reading the system's list of packages", [*become, *APT, "update"], quiet)
    checkout.call(
        f"Installing {', '.join(packages)}",
        [*become, "env", "DEBIAN_FRONTEND=noninteractive", *APT, *INSTALL, *packages],
    )


def way_to_root() -> list[str] | None:
    """What to put before a command that needs root; None where that takes a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and checkout.run_logged(["sudo", "-n", "true"]) == 0:
        return ["sudo", "-n"]
    return None


def has_cluster_choice() -> bool:
    """Whether somebody has decided already about the system's own cluster."""
    if not CLUSTER_SETTINGS.exists():
        return False
    lines = CLUSTER_SETTINGS.read_text().splitlines()
    return any(line.strip().startswith("create_main_cluster") for line in lines)


def prevent_cluster(become: Sequence[str]) -> None:
    line = f"echo '{NO_CLUSTER}' >> {CLUSTER_SETTINGS}"
    command = f"mkdir -p {CLUSTER_SETTINGS.parent} && {line}"
    subprocess.run([*become, "sh", "-c", command], check=True)


def instructions(packages: Sequence[str]) -> str:
    """The commands to type, for a person who may become root."""
    lines = ["sudo apt-get update"]
    if "postgresql" in packages and not has_cluster_choice():
        lines += [
            f"sudo mkdir -p {CLUSTER_SETTINGS.parent}",
            f"echo '{NO_CLUSTER}' | sudo tee -a {CLUSTER_SETTINGS}",
        ]
    lines.append(f"sudo apt-get {' '.join(INSTALL)} {' '.join(packages)}")
    typed = "\n".join(f"    {line}" for line in lines)
    return f"This machine lacks {', '.join(packages)}. On Debian or Ubuntu, type:\n\n{typed}\n"
