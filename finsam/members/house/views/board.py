from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from finsam.federations.models import Federation
from finsam.members.house.forms.seats import EndSeatForm, SeatForm
from finsam.members.house.seats import board_on, seats_of
from finsam.members.house.views.frame import alone_in, house_of, house_page, is_done, keeping
from finsam.members.house.writing.appointed import Kept
from finsam.members.house.writing.board import Clash, end_seat, save_seat
from finsam.members.models import BoardSeat


@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sits in the board: now, later and before."""
    federation = house_of(request, slug)
    seats = board_on(seats_of(federation), timezone.localdate())
    return house_page(request, federation, "board", board=seats, current="board")


@require_http_methods(["GET", "HEAD", "POST"])
def add_seat(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a single seat."""
    federation = house_of(request, slug)
    if request.method != "POST":
        return _form_page(request, federation, SeatForm(federation))
    with alone_in(federation):
        form = SeatForm(federation, request.POST)
        if not is_done(request, federation, form, lambda: save_seat(seat=form.instance)):
            return _form_page(request, federation, form, status=422)
    messages.success(request, "Platsen är tillagd.")
    return redirect("house_board", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A seat's own page."""
    federation = house_of(request, slug)
    found = _seat(federation, pk)
    if request.method != "POST":
        return _form_page(request, federation, SeatForm(federation, instance=found), found)
    with alone_in(federation):
        form = SeatForm(federation, request.POST, instance=_seat(federation, pk))
        if not is_done(request, federation, form, lambda: save_seat(seat=form.instance)):
            return _form_page(request, federation, form, found, status=422)
    messages.success(request, "Platsen är sparad.")
    return redirect("house_board", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End a seat on a day, with whoever has it from the day after."""
    federation = house_of(request, slug)
    found = _seat(federation, pk)
    if request.method != "POST":
        return _end_page(request, federation, EndSeatForm(found))
    with alone_in(federation):
        form = EndSeatForm(_seat(federation, pk), request.POST)
        if not is_done(request, federation, form, lambda: _end(form)):
            return _end_page(request, federation, form, status=422)
    messages.success(request, f"Uppdraget slutar {form.cleaned_data['ends_on']}.")
    return redirect("house_board", slug)


@require_POST
def remove_seat(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away a seat that was put in by mistake."""
    federation = house_of(request, slug)
    found = _seat(federation, pk)
    try:
        with keeping(request, federation):
            found.delete()
    except Kept as reason:
        messages.warning(request, str(reason))
        return redirect("house_seat", slug, pk)
    messages.success(request, "Platsen är borttagen.")
    return redirect("house_board", slug)


def _seat(federation: Federation, pk: int) -> BoardSeat:
    seats = BoardSeat.objects.select_related("member__federation", "user")
    return get_object_or_404(seats, member__federation=federation, pk=pk)


def _end(form: EndSeatForm) -> None:
    """End it as the form says; who cannot have it then is told beside the name."""
    said = form.cleaned_data
    try:
        end_seat(seat=form.seat, ends_on=said["ends_on"], successor=said["successor"])
    except Clash as clash:
        form.add_error("successor", list(clash.reasons))


def _form_page(
    request: HttpRequest,
    federation: Federation,
    form: SeatForm,
    seat: BoardSeat | None = None,
    status: int = 200,
) -> HttpResponse:
    more = {"form": form, "seat": seat, "current": "board"}
    return house_page(request, federation, "seat", status, **more)


def _end_page(
    request: HttpRequest, federation: Federation, form: EndSeatForm, status: int = 200
) -> HttpResponse:
    more = {"form": form, "seat": form.seat, "current": "board"}
    return house_page(request, federation, "end_seat", status, **more)
