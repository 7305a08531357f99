"""Forms of the house's pages, as a browser fills them in and sends them."""

from typing import Any

from django.test import Client

from tests.plans.views.html import body, tags

ROOT = "/fjallbygden/forbundet/"


def filled_in(client: Client, address: str, **written: str) -> dict[str, str]:
    """What the page's form sends: what stands there, and what is written over it."""
    form = client.get(ROOT + address).context["form"]
    values = {field.html_name: _said(field) for field in form.visible_fields()}
    ticked = {name: value for name, value in (values | written).items() if value is not None}
    return {"shown": form.mark, **ticked}


def sent(client: Client, address: str, **written: str) -> Any:
    """Fill in the form of a page and send it."""
    return client.post(ROOT + address, filled_in(client, address, **written))


def errors(page: Any) -> dict[str, list[str]]:
    """What is said beside each field; "" is the form as a whole."""
    assert page.status_code == 422
    found = page.context["form"].errors
    return {name.replace("__all__", ""): list(said) for name, said in found.items()}


def links(page: Any) -> list[str]:
    return [a["href"] for tag, a in tags(body(page)) if tag == "a" and "href" in a]


def _said(field: Any) -> Any:
    value = field.value()
    if isinstance(value, bool):
        return "on" if value else None
    return "" if value is None else str(value)
