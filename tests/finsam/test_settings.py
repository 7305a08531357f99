"""The settings as another process reads them from its environment."""

import os
import subprocess
import sys

import pytest

from finsam.setup.checkout import ROOT, VAR

PUBLIC = {
    "DEMO": "0",
    "ALLOWED_HOSTS": "plan.example.se",
    "SECRET_KEY": "0123456789abcdefghij" * 3,
    "EMAIL_URL": "smtps://me:secret@mail.example.se?from=plan@example.se",
}


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    # The browser's tests of the same process set this for themselves.
    own = {name: v for name, v in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=own | environment,
        capture_output=True,
        text=True,
    )


def loaded(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The settings alone, read in a process of their own."""
    own = {name: v for name, v in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "-c", "import finsam.settings"],
        cwd=ROOT,
        env=own | environment,
        capture_output=True,
        text=True,
    )


def refusal(environment: dict[str, str]) -> str:
    """What the start is refused with."""
    done = loaded(environment)
    assert done.returncode == 1
    return done.stderr.strip().splitlines()[-1].removeprefix("finsam.environment.BadEnvironment: ")


def settings_of(environment: dict[str, str]) -> dict[str, str]:
    """What differs from Django's own settings, as text."""
    lines = manage(environment, "diffsettings").stdout.splitlines()
    return {
        name: value.removesuffix("  ###") for name, _, value in (x.partition(" = ") for x in lines)
    }


@pytest.mark.parametrize("hosts", ["plan.example.se", "localhost,plan.example.se"])
def test_demo_mode_does_not_start_in_public(hosts: str) -> None:
    done = manage({"DEMO": "1", "ALLOWED_HOSTS": hosts}, "check")
    public = hosts.removeprefix("localhost,")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"ALLOWED_HOSTS names {public}, and in demo mode everybody who comes there may sign in "
        "without a password. Set DEMO=0 and SECRET_KEY, or leave ALLOWED_HOSTS unset.\n"
    )


def test_a_public_server_says_by_which_names_it_is_called() -> None:
    assert refusal(PUBLIC | {"ALLOWED_HOSTS": "plan.example.se,*"}).startswith("ALLOWED_HOSTS is *")


def test_a_public_server_does_not_start_with_the_secret_of_demo_mode() -> None:
    assert loaded({"DEMO": "1", "SECRET_KEY": ""}).returncode == 0
    demos = (VAR / "secret").read_text()
    assert refusal(PUBLIC | {"SECRET_KEY": demos}).startswith(
        "SECRET_KEY is the one that demo mode made."
    )


def test_django_finds_nothing_to_say_against_a_public_server() -> None:
    done = manage(PUBLIC, "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_public_server_is_reached_by_https_alone() -> None:
    found = settings_of(PUBLIC)
    names = (
        "SECURE_HSTS_SECONDS",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_PROXY_SSL_HEADER",
        "ALLAUTH_TRUSTED_PROXY_COUNT",
    )
    assert [found.get(name) for name in names] == [
        "2592000",
        "True",
        "True",
        "True",
        "('HTTP_X_FORWARDED_PROTO', 'https')",
        "1",
    ]


def test_on_ones_own_machine_http_is_enough_and_no_proxy_is_believed() -> None:
    found = settings_of({"DEMO": "1"})
    names = ("SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE")
    assert [found.get(name) for name in names] == [None, None, None]
    assert found.get("SECURE_PROXY_SSL_HEADER") is None
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"].startswith("0")


def test_mail_is_sent_as_the_environment_says() -> None:
    found = settings_of({"EMAIL_URL": "smtps://me:secret@mail.example.se?from=plan@example.se"})
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_SSL", "DEFAULT_FROM_EMAIL")
    assert [found.get(name) for name in names] == [
        "'mail.example.se'",
        "465",
        "True",
        "'plan@example.se'",
    ]
