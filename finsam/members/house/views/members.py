from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from finsam.federations.models import Federation
from finsam.members.house.forms.members import MemberForm
from finsam.members.house.views.frame import alone_in, house_of, house_page, is_done, keeping
from finsam.members.house.writing.appointed import Kept
from finsam.members.house.writing.members import (
    StoodUpon,
    last_position,
    move_member,
    remove_member,
)
from finsam.members.models import Member


@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """The members in order, and below them those that have left."""
    federation = house_of(request, slug)
    today = timezone.localdate()
    everyone = list(federation.members.all())
    left = [member for member in everyone if member.left_on and member.left_on < today]
    return house_page(
        request,
        federation,
        "members",
        members=[member for member in everyone if member not in left],
        left=left,
        current="members",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add_member(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a member, last among them."""
    federation = house_of(request, slug)
    member = Member(federation=federation)
    if request.method != "POST":
        return _form_page(request, federation, MemberForm(instance=member))
    with alone_in(federation):
        form = MemberForm(request.POST, instance=member)
        if not form.is_valid():
            return _form_page(request, federation, form, status=422)
        member.position = last_position(member)
        form.save()
    messages.success(request, f"{member.name} är tillagd.")
    return redirect("house_members", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """A member's own page: to change what is said of it, and when it left."""
    federation = house_of(request, slug)
    found = get_object_or_404(federation.members, key=key)
    if request.method != "POST":
        return _form_page(request, federation, MemberForm(instance=found), found)
    with alone_in(federation):
        standing = get_object_or_404(federation.members, key=key)
        form = MemberForm(request.POST, instance=standing)
        if not is_done(request, federation, form, form.save):
            return _form_page(request, federation, form, found, status=422)
    messages.success(request, f"{standing.name} är sparad.")
    return redirect("house_members", slug)


@require_POST
def move(request: HttpRequest, slug: str, key: UUID, step: int) -> HttpResponse:
    """Move a member up or down."""
    federation = house_of(request, slug)
    with alone_in(federation):
        move_member(member=get_object_or_404(federation.members, key=key), step=step)
    return redirect("house_members", slug)


@require_POST
def remove(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Take away a member that nothing stands on; say what does where something does."""
    federation = house_of(request, slug)
    found = get_object_or_404(federation.members, key=key)
    name = found.name
    try:
        with keeping(request, federation):
            remove_member(member=found)
    except (StoodUpon, Kept) as reason:
        messages.warning(request, str(reason))
        return redirect("house_member", slug, key)
    messages.success(request, f"{name} är borttagen.")
    return redirect("house_members", slug)


def _form_page(
    request: HttpRequest,
    federation: Federation,
    form: MemberForm,
    member: Member | None = None,
    status: int = 200,
) -> HttpResponse:
    more = {"form": form, "member": member, "current": "members"}
    return house_page(request, federation, "member", status, **more)
