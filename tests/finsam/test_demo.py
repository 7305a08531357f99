import pytest

from finsam import demo
from finsam.environment import BadEnvironment


def test_the_refusal_names_the_hosts_and_the_remedy() -> None:
    with pytest.raises(BadEnvironment, match=r"^ALLOWED_HOSTS names a\.se, b\.se,.* Set DEMO=0"):
        demo.refuse_in_public(["a.se", "b.se"])


@pytest.mark.parametrize(
    "host",
    [
        "plan.example.se",
        "PLAN.example.se.",
        ".example.se",
        "*",
        "[2001:db8::1]",
        "[::]",
        "::1",
        "0.0.0.0",  # noqa: S104 -- a name that is refused
        "192.168.1.7",
        "localhost.example.se",
        "127.0.0.1.example.se",
        ".localhost",
    ],
)
def test_whatever_is_not_exactly_this_machine_is_public(host: str) -> None:
    assert demo.public_hosts(["localhost", host]) == [host]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "localhost.", "127.0.0.1", "[::1]"])
def test_this_machine_is_not_however_it_is_spelt(host: str) -> None:
    assert demo.public_hosts([host]) == []


def test_a_public_server_says_by_which_names_it_is_called() -> None:
    demo.refuse_any_host(["plan.example.se"])
    with pytest.raises(BadEnvironment, match=r"^ALLOWED_HOSTS is \*"):
        demo.refuse_any_host(["plan.example.se", "*"])
