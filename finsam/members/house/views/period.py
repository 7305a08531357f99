from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from finsam.federations.models import Federation
from finsam.members.house.board import next_period
from finsam.members.house.forms.period import PeriodForm, rows_for
from finsam.members.house.seats import board_on, last_day, marks_of, seats_of
from finsam.members.house.views.frame import alone_in, house_of, house_page, keeping
from finsam.members.house.writing.appointed import Kept
from finsam.members.house.writing.board import begin_period


@require_http_methods(["GET", "HEAD", "POST"])
def new_period(request: HttpRequest, slug: str) -> HttpResponse:
    """A whole new mandate period of the board in one table."""
    federation = house_of(request, slug)
    if request.method != "POST":
        return _page(request, federation, _form(federation))
    with alone_in(federation):
        form = _form(federation, request.POST)
        ended = _ended(request, federation, form)
        if ended is None:
            return _page(request, federation, form, status=422)
    messages.success(request, _said(form, ended))
    return redirect("house_board", slug)


def _form(federation: Federation, data: Any = None) -> PeriodForm:
    today = timezone.localdate()
    seats = seats_of(federation)
    present = board_on(seats, today).present
    starts, ends = next_period([last_day(seat) for seat in present], today)
    rows = rows_for(federation.members.all(), present, today)
    initial = {"starts_on": starts, "ends_on": ends}
    return PeriodForm(rows, data, initial=initial, stands=marks_of(seats))


def _ended(request: HttpRequest, federation: Federation, form: PeriodForm) -> int | None:
    """How many seats ended for the period, None where it was refused; why is with the form."""
    if not form.is_valid():
        return None
    said = form.cleaned_data
    try:
        with keeping(request, federation):
            return begin_period(
                federation=federation,
                seats=form.seats(),
                starts_on=said["starts_on"],
                ends_earlier=said["ends_earlier"],
            )
    except Kept as refusal:
        form.add_error(None, list(refusal.reasons))
    return None


def _said(form: PeriodForm, ended: int) -> str:
    saved = f"{len(form.seat_rows)} platser är sparade från {form.cleaned_data['starts_on']}."
    if not ended:
        return saved
    words = "tidigare plats slutar" if ended == 1 else "tidigare platser slutar"
    return f"{saved} {ended} {words} dagen innan."


def _page(
    request: HttpRequest, federation: Federation, form: PeriodForm, status: int = 200
) -> HttpResponse:
    return house_page(request, federation, "new_period", status, form=form, current="board")
