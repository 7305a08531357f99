import socket
from collections.abc import Iterator

import pytest

from finsam.refusal import Refusal
from finsam.setup import addresses


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize(("given", "meant"), [("", 8000), ("8010", 8010)])
def test_the_port_is_8000_unless_said(
    monkeypatch: pytest.MonkeyPatch, given: str, meant: int
) -> None:
    monkeypatch.setenv("PORT", given)
    assert addresses.wanted_port() == meant


@pytest.mark.parametrize("given", ["http", "0", "65536", "-1", "٣"])
def test_a_port_is_a_number(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("PORT", given)
    with pytest.raises(Refusal, match="PORT must be a number from 1 to 65535"):
        addresses.wanted_port()


def test_a_port_in_use_is_refused_with_a_way_out(taken: int) -> None:
    with pytest.raises(Refusal, match=r"is taken by another program[^$]*make run PORT="):
        addresses.refuse_if_taken(taken)


def test_nothing_healthy_answers_where_nobody_serves(taken: int) -> None:
    assert addresses.is_healthy(addresses.wanted_port() if taken == 1 else 1) is False


@pytest.mark.parametrize(
    ("given", "host"), [("", "localhost"), ("*", "localhost"), (".example.se, b.se", "example.se")]
)
def test_healthz_is_asked_by_an_allowed_name(
    monkeypatch: pytest.MonkeyPatch, given: str, host: str
) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", given)
    assert addresses.allowed_host() == host
