"""Sharing a draft: who has it, somebody more, what they may, and no longer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from finsam.members.permissions import Action
from finsam.swedish import listed
from plans.access import PlanAccess, plan_to
from plans.forms.sharing import CHOOSE, ChangeShareForm, ShareForm
from plans.models import DraftShare
from plans.views.changes import spoken
from plans.views.frame import frame, user_of
from plans.writing.sharing import (
    AlreadyShared,
    Reader,
    change_share,
    parts_words,
    readers,
    share_draft,
    stop_sharing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A share as it is read: who has the draft, who they are, what they may, since when."""

    pk: int
    name: str
    people: str
    may: str
    since: str


@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Who has the draft, and sharing it with somebody more. Fixed number of queries."""
    access = plan_to(request, slug, year, Action.SHARE_DRAFT)
    people, shares = readers(access.plan), list(access.plan.shares.for_list())
    taken = {(share.user_id, share.group) for share in shares}
    free = [one for one in people if (one.user.pk if one.user else None, one.group) not in taken]
    if request.method != "POST":
        return _page(request, access, ShareForm(people=free), _shown(shares, people))
    form = ShareForm(request.POST, people=free)
    if form.is_valid() and _share(request, access, form):
        return redirect("sharing", slug, year)
    return _page(request, access, form, _shown(shares, people), status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def change_sharing(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """What somebody who has the draft may write in."""
    access, share = _share_of(request, slug, year, pk)
    known = {(one.user, one.group): one for one in readers(access.plan)}
    reader = known.get((share.user, share.group))
    if request.method != "POST":
        form = ChangeShareForm(reader=reader, initial={"parts": share.parts})
        return _change_page(request, access, share, form)
    form = ChangeShareForm(request.POST, reader=reader)
    if not form.is_valid():
        return _change_page(request, access, share, form, status=422)
    change_share(share, parts=form.cleaned_data["parts"])
    messages.success(request, f"{_name(share)} kan nu {_may(share)}.")
    return redirect("sharing", slug, year)


@require_POST
def end_sharing(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Take the draft back."""
    _, share = _share_of(request, slug, year, pk)
    name = _name(share)
    stop_sharing(share)
    messages.success(request, f"{name} har inte längre utkastet.")
    return redirect("sharing", slug, year)


def _share_of(request: HttpRequest, slug: str, year: int, pk: int) -> tuple[PlanAccess, DraftShare]:
    access = plan_to(request, slug, year, Action.SHARE_DRAFT)
    return access, get_object_or_404(access.plan.shares.for_list(), pk=pk)


def _share(request: HttpRequest, access: PlanAccess, form: ShareForm) -> bool:
    """Share it. False where somebody else has just done that, which the form then says."""
    try:
        share = share_draft(
            access.plan,
            reader=form.cleaned_data["reader"],
            parts=form.cleaned_data["parts"],
            by=user_of(request),
            address=request.build_absolute_uri(access.plan.get_absolute_url()),
        )
    except AlreadyShared:
        form.add_error("reader", CHOOSE)
        return False
    messages.success(request, f"{_name(share)} kan nu {_may(share)}.")
    return True


def _shown(shares: Sequence[DraftShare], people: Sequence[Reader]) -> list[Shared]:
    """Each share as it is read."""
    who = {one.group: listed([str(user) for user, _ in one.people]) for one in people if one.group}
    return [
        Shared(
            pk=share.pk,
            name=_name(share),
            people=(who[share.group] or "Ingen har den rollen än") if share.group else "",
            may=f"Kan {_may(share)}",
            since=f"Delat av {share.shared_by}, {spoken(share.shared_at, timezone.now())}",
        )
        for share in shares
    ]


def _name(share: DraftShare) -> str:
    return str(share.user) if share.user else share.get_group_display().capitalize()


def _may(share: DraftShare) -> str:
    parts = parts_words(share.parts)
    return f"läsa hela planen och skriva i {parts}" if parts else "läsa hela planen"


def _page(
    request: HttpRequest,
    access: PlanAccess,
    form: ShareForm,
    shares: Sequence[Shared],
    status: int = 200,
) -> HttpResponse:
    context = frame(access) | {"form": form, "shares": shares}
    return render(request, "plans/sharing/sharing.html", context, status=status)


def _change_page(
    request: HttpRequest,
    access: PlanAccess,
    share: DraftShare,
    form: ChangeShareForm,
    status: int = 200,
) -> HttpResponse:
    context = frame(access) | {"form": form, "share": share, "name": _name(share)}
    return render(request, "plans/sharing/change.html", context, status=status)
