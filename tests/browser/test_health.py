from playwright.sync_api import Page


def test_the_served_product_says_that_it_is_well(page: Page) -> None:
    page.goto("/healthz")
    assert page.inner_text("body") == '{"status": "ok"}'
