import pytest

from finsam import environment
from finsam.environment import BadEnvironment, Mail


def test_a_text_is_stripped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", " value ")
    assert environment.text("NAME") == "value"


@pytest.mark.parametrize("given", [None, "", "  "])
def test_an_empty_text_is_its_default(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    monkeypatch.delenv("NAME", raising=False) if given is None else monkeypatch.setenv(
        "NAME", given
    )
    assert environment.text("NAME", "default") == "default"


def test_a_text_without_default_must_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NAME", raising=False)
    with pytest.raises(BadEnvironment, match="NAME must be set"):
        environment.text("NAME")


@pytest.mark.parametrize(("given", "meant"), [("1", True), ("0", False), ("", True)])
def test_a_flag_is_1_or_0(monkeypatch: pytest.MonkeyPatch, given: str, meant: bool) -> None:
    monkeypatch.setenv("NAME", given)
    assert environment.flag("NAME", default=True) is meant


@pytest.mark.parametrize("given", ["yes", "false", "2"])
def test_a_flag_is_nothing_else(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("NAME", given)
    with pytest.raises(BadEnvironment, match="NAME must be 0 or 1"):
        environment.flag("NAME", default=True)


def test_names_stand_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", "a.se, b.se")
    assert environment.names("NAME") == ["a.se", "b.se"]


def test_a_name_is_never_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", "a.se,,b.se")
    with pytest.raises(BadEnvironment, match="names separated by commas"):
        environment.names("NAME")


def test_a_choice_is_one_of_the_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAME", "c")
    with pytest.raises(BadEnvironment, match="one of a, b"):
        environment.choice("NAME", ("a", "b"), default="a")


def test_mail_goes_to_the_console_where_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert environment.mail("EMAIL_URL", "console:") == Mail(way="console")


def test_a_mail_server_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://me:p%40ss@mail.example.se?from=plan@example.se")
    assert environment.mail("EMAIL_URL", "console:") == Mail(
        way="smtp",
        host="mail.example.se",
        port=587,
        user="me",
        password="p@ss",
        starttls=True,
        sender="plan@example.se",
    )


@pytest.mark.parametrize("given", ["mail.example.se", "imap://mail.example.se", "smtp://"])
def test_another_mail_address_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("EMAIL_URL", given)
    with pytest.raises(BadEnvironment, match="EMAIL_URL must be"):
        environment.mail("EMAIL_URL", "console:")
