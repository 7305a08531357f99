"""Everything that is checked, in the order in which it fails soonest."""

import os
import subprocess

from finsam.setup.checkout import ROOT, VENV

MANAGE = ("python", "manage.py")
PYTHON_PATHS = ("manage.py", "finsam", "goals", "budgets", "plans", "tests")
# As in pyproject.toml: the set-up runs programs by name.
ALLOWED = "S603,S607"
# A public server of nobody's: what Django says against it, it would say against a real one.
DEPLOYED = (
    "env",
    "DEMO=0",
    "ALLOWED_HOSTS=plan.example.se",
    f"SECRET_KEY={'0123456789abcdefghij' * 3}",
    "EMAIL_URL=smtps://me:secret@mail.example.se?from=plan@example.se",
)
CHECKS = (
    ("format", ("ruff", "format", "--check", *PYTHON_PATHS)),
    ("lint", ("ruff", "check", *PYTHON_PATHS)),
    # Bandit's rules, and writing that looks like other than it is: also where lint is told less.
    ("security", ("ruff", "check", "--select", "S,PLE2502", "--ignore", ALLOWED, *PYTHON_PATHS)),
    ("imports", ("lint-imports", "--no-cache")),
    ("types", ("mypy",)),
    ("template format", ("djlint", "templates", "--check", "--quiet")),
    ("template lint", ("djlint", "templates", "--lint", "--quiet")),
    ("migrations", (*MANAGE, "makemigrations", "--check", "--dry-run")),
    ("deployment", (*DEPLOYED, *MANAGE, "check", "--deploy", "--fail-level", "WARNING")),
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
