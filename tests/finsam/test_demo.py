import pytest

from finsam import demo
from finsam.environment import BadEnvironment


def test_the_refusal_names_the_hosts_and_the_remedy() -> None:
    with pytest.raises(BadEnvironment, match=r"^ALLOWED_HOSTS names a\.se, b\.se,.* Set DEMO=0"):
        demo.refuse_in_public(["a.se", "b.se"])
