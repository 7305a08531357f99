"""The log is read by many: what is secret does not come there."""

import logging
import sys

import pytest

from finsam.logs import LONGEST, Discreet, discreet


def line(message: str, *arguments: object) -> str:
    record = logging.LogRecord("name", logging.WARNING, "", 0, message, arguments, None)
    return Discreet("{levelname} {message}", style="{").format(record)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Cookie: sessionid=abc123; csrftoken=def456", "Cookie: …; csrftoken=…"),
        ("Authorization: Bearer abc.def.ghi", "Authorization: …"),
        ("{'code': 'K7QX2M', 'next': '/'}", "{'code': …', 'next': '/'}"),
        ("password=hemligt&x=1", "password=…&x=1"),
        ("SECRET_KEY=0123456789", "SECRET_KEY=…"),
        ("smtps://me:hemligt@mail.example.se", "smtps://me:…@mail.example.se"),
        ("postgresql://app:hemligt@localhost/finsam", "postgresql://app:…@localhost/finsam"),
        (
            "Not Found: /konto/inbjudan/7d4e1a52-9d40-4a2f-8a4e-1f8f2d6f3c11/",
            "Not Found: /konto/inbjudan/…/",
        ),
        ("Not Found: /fjallbygden/2025/", "Not Found: /fjallbygden/2025/"),
        ("Forbidden (CSRF cookie not set.): /logga-ut/",) * 2,
    ],
)
def test_what_is_secret_is_left_out(said: str, written: str) -> None:
    assert discreet(said) == written


def test_a_message_is_one_line_of_bounded_length() -> None:
    assert line("Not Found: %s", "/a\nERROR all is lost\x1b[2J") == (
        "WARNING Not Found: /a\\nERROR all is lost\\x1b[2J"
    )
    assert len(line("%s", "x" * 1_000_000)) < LONGEST + 50


def test_a_row_that_the_database_quotes_is_left_out_of_the_traceback() -> None:
    try:
        raise ValueError(
            "violates check constraint\nDETAIL:  Failing row contains (1, anna@berg.se,\nK7QX2M).\n"
        )
    except ValueError:
        said = Discreet("{message}", style="{").formatException(sys.exc_info())
    assert said.endswith("ValueError: violates check constraint\nDETAIL: …\n")
    assert "anna" not in said.split("violates check constraint")[-1]
