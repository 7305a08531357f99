import pytest
from lxml.html import document_fromstring

from plans.exports.html import render_html
from plans.exports.printed import printed
from tests.plans.document.html_rules import violations
from tests.plans.exports.printing import NAMES, example


@pytest.mark.parametrize("name", NAMES)
def test_the_page_keeps_every_rule_of_an_accessible_pdf(name: str) -> None:
    assert violations(printed(example(name)).html) == []


def test_the_page_says_whose_it_is_and_when_it_was_decided() -> None:
    root = document_fromstring(printed(example("sodra-lappland-2024")).html)
    meta = {tag.get("name"): tag.get("content") for tag in root.iter("meta") if tag.get("name")}
    assert root.findtext(".//title") == (
        "Verksamhetsplan 2024 – Samordningsförbundet Södra Lappland"
    )
    assert meta == {
        "viewport": "width=device-width, initial-scale=1",
        "author": "Samordningsförbundet Södra Lappland",
        "description": "Beslutad 2023-11-30, reviderad 2024-03-21",
        "keywords": "verksamhetsplan, samordningsförbund, finansiell samordning, 2024",
        "generator": "Finsam",
        "dcterms.created": "2023-11-30",
        "dcterms.modified": "2024-03-21",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_standalone_page_needs_no_other_file(name: str) -> None:
    root = document_fromstring(render_html(example(name)))
    addresses = [picture.get("src", "") for picture in root.iter("img")]
    assert all(address.startswith("data:image/") for address in addresses)
    assert root.findall(".//link") == root.findall(".//script") == []
    styles = "".join(style.text or "" for style in root.iter("style"))
    assert "url(" not in styles
    assert ".bt .mark-number" in styles
