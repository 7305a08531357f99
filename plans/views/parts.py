"""Parts of pages, exchanged by htmx."""

from django.http import HttpRequest, HttpResponse


def wants_part(request: HttpRequest) -> bool:
    """Whether the page asks for a part of itself; otherwise a whole page is the answer."""
    return request.headers.get("HX-Request") == "true"


def changed(response: HttpResponse) -> HttpResponse:
    """Tell the page that the plan is another now, so that what shows it is fetched anew."""
    response["HX-Trigger"] = "plan:changed"
    return response


def in_dialog(response: HttpResponse) -> HttpResponse:
    """Let the page show it as a dialog, whatever the form that asked would exchange."""
    response["HX-Retarget"] = "#dialogs"
    response["HX-Reswap"] = "innerHTML"
    return response
