import pytest

from finsam.members.devices import device

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (CHROME, "Chrome på Windows"),
        (f"{CHROME} Edg/126.0", "Edge på Windows"),
        (PHONE, "Safari på iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Firefox/127.0", "Firefox på Linux"),
        ("curl/8", "Okänd enhet"),
        ("", "Okänd enhet"),
    ],
)
def test_a_browser_is_called_by_its_name_and_its_device(user_agent: str, words: str) -> None:
    assert device(user_agent) == words
