"""Everything that is checked, in the order in which it fails soonest."""

import os
import subprocess

from finsam.setup.checkout import ROOT, VENV

PYTHON_PATHS = ("manage.py", "finsam", "goals", "budgets", "plans", "tests")
CHECKS = (
    ("format", ("ruff", "format", "--check", *PYTHON_PATHS)),
    ("lint", ("ruff", "check", *PYTHON_PATHS)),
    ("imports", ("lint-imports", "--no-cache")),
    ("types", ("mypy",)),
    ("template format", ("djlint", "templates", "--check", "--quiet")),
    ("template lint", ("djlint", "templates", "--lint", "--quiet")),
    ("migrations", ("python", "manage.py", "makemigrations", "--check", "--dry-run")),
    ("tests", ("pytest", "-q", "-n", "2")),
)


def failures(database_url: str) -> list[str]:
    """Run every check, whatever fails, and return the names of those that did."""
    env = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DATABASE_ROLE": "owner",
        "DEMO": "1",
        "ALLOWED_HOSTS": "",
        "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }
    return [title for title, command in CHECKS if not passes(title, command, env)]


def passes(title: str, command: tuple[str, ...], env: dict[str, str]) -> bool:
    print(f"── {title}", flush=True)
    done = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL)
    return done.returncode == 0
