import pytest

from finsam import databases
from finsam.environment import BadEnvironment

SERVER = "postgresql://app:secret@db.example.se:5433/plans?sslmode=require"


@pytest.fixture(autouse=True)
def one_role(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", SERVER)
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)


def test_the_address_is_read_in_full() -> None:
    assert databases.configuration("app") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "plans",
        "USER": "app",
        "PASSWORD": "secret",
        "HOST": "db.example.se",
        "PORT": "5433",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, "sslmode": "require"},
    }


def test_one_address_is_for_both_roles() -> None:
    assert databases.configuration("owner")["USER"] == "app"


def test_the_owner_may_have_an_address_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_OWNER_URL", SERVER.replace("app:", "owner:"))
    roles = ("app", "owner")
    assert [databases.configuration(role)["USER"] for role in roles] == ["app", "owner"]


def test_an_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "db.example.se/plans")
    with pytest.raises(BadEnvironment, match="DATABASE_URL must look like postgresql://"):
        databases.configuration("app")
