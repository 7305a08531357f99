"""axe-core, which finds what hinders people on a page."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "vendor" / "axe" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: rules})"


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, explanation and the elements concerned."""
    page.evaluate(SOURCE)
    found: list[dict[str, Any]] = page.evaluate(RUN, RULES)["violations"]
    return [f"{each['id']}: {each['help']} {targets(each)}" for each in found]


def targets(violation: dict[str, Any]) -> list[str]:
    return [str(node["target"]) for node in violation["nodes"]]
