from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Engine
from django.template.loaders.filesystem import Loader

from finsam.letters.composing import body_of

TEMPLATE = """{% extends "mail/base.txt" %}
{% block message %}Du är inbjuden till {{ federation.name }} som {{ role }}.{% endblock %}
{% block why %}Du får brevet för att Bo Ek bjöd in dig.{% endblock %}
"""


@pytest.fixture(autouse=True)
def template(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "example.txt").write_text(TEMPLATE)
    engine = Engine.get_default()
    loaders = engine.template_loaders
    engine.template_loaders = [*loaders, Loader(engine, [str(tmp_path)])]
    yield
    engine.template_loaders = loaders


def test_a_letter_greets_says_one_thing_gives_one_link_and_says_why() -> None:
    text = body_of(
        "example",
        to_name="Åsa",
        federation={"name": "Berg & Dal"},
        role="ledamot",
        url="https://plan.example.se/konto/?a=1&b=2",
    )
    assert text == (
        "Hej Åsa,\n\nDu är inbjuden till Berg & Dal som ledamot.\n\n"
        "https://plan.example.se/konto/?a=1&b=2\n\n"
        "Du får brevet för att Bo Ek bjöd in dig.\n\nHälsningar\nBerg & Dal\n"
    )


def test_what_is_not_said_leaves_no_gap() -> None:
    assert body_of("example", role="ledamot").splitlines()[:4] == [
        "Hej,",
        "",
        "Du är inbjuden till  som ledamot.",
        "",
    ]
