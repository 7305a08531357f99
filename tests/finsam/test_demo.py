import pytest

from finsam import demo
from finsam.environment import BadEnvironment


@pytest.mark.parametrize(("given", "meant"), [("", True), ("1", True), ("0", False)])
def test_demo_mode_is_the_embedded_databases_default(
    monkeypatch: pytest.MonkeyPatch, given: str, meant: bool
) -> None:
    monkeypatch.setenv("DEMO", given)
    monkeypatch.delenv("DATABASE_URL")
    assert demo.is_on() is meant


@pytest.mark.parametrize(("given", "meant"), [("1", True), ("0", False)])
def test_for_a_database_of_ones_own_it_is_said(
    monkeypatch: pytest.MonkeyPatch, given: str, meant: bool
) -> None:
    monkeypatch.setenv("DEMO", given)
    assert demo.is_on() is meant


@pytest.mark.parametrize("given", ["", " "])
def test_for_a_database_of_ones_own_nothing_is_assumed(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("DEMO", given)
    with pytest.raises(BadEnvironment, match="DEMO must be set where DATABASE_URL is: DEMO=0"):
        demo.is_on()


def test_the_refusal_names_the_hosts_and_the_remedy() -> None:
    with pytest.raises(BadEnvironment, match=r"^ALLOWED_HOSTS names a\.se, b\.se,.* Set DEMO=0"):
        demo.refuse_in_public(["a.se", "b.se"])
