from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from finsam.federations.forms.meetings import MeetingRows, meeting_rows
from finsam.federations.models import Federation, Meeting
from finsam.members.house.views.frame import alone_in, house_of, house_page


@require_http_methods(["GET", "HEAD", "POST"])
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """The days on which the board meets: to see, and to add."""
    federation = house_of(request, slug)
    if request.method != "POST":
        return _page(request, federation, meeting_rows(federation))
    with alone_in(federation) as standing:
        rows = meeting_rows(standing, request.POST)
        if not rows.is_valid():
            return _page(request, federation, rows, status=422)
        added = Meeting.objects.bulk_create(rows.meetings(standing))
    messages.success(request, _added(len(added)))
    return redirect("house_meetings", slug)


@require_POST
def remove_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a day away."""
    federation = house_of(request, slug)
    meeting = get_object_or_404(federation.meetings, pk=pk)
    meeting.delete()
    messages.success(request, f"Mötet {meeting.held_on} är borttaget.")
    return redirect("house_meetings", slug)


def _added(count: int) -> str:
    if not count:
        return "Inget mötesdatum var ifyllt."
    return "1 möte är tillagt." if count == 1 else f"{count} möten är tillagda."


def _page(
    request: HttpRequest, federation: Federation, rows: MeetingRows, status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    days = list(federation.meetings.all())
    return house_page(
        request,
        federation,
        "meetings",
        status,
        rows=rows,
        coming=[meeting for meeting in days if meeting.held_on >= today],
        past=[meeting for meeting in reversed(days) if meeting.held_on < today],
        current="meetings",
    )
