"""Signing in as one of the demo's people, as a person does it."""

import re

from playwright.sync_api import Page


def sign_in(page: Page, role: str, slug: str) -> None:
    """Press the button of a role in a federation: "Förbundschef", "ange"."""
    page.goto("/logga-in/")
    door = page.locator(f'.door[data-federation="{slug}"]')
    door.get_by_role("button", name=re.compile(f"^{role}")).click()
    page.wait_for_url("**/")
