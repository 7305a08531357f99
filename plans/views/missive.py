"""The missiv to the board: written by the office, and read as it will be printed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_to
from plans.deciding.missives import SavedMeanwhile, missive_of, save_missive
from plans.deciding.papers import missiv_of
from plans.deciding.transition import Moved
from plans.deciding.versions import NAMES
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.papers import papers_pdf
from plans.forms.board import MissiveForm
from plans.models import PlanVersion
from plans.views.downloads import file_response
from plans.views.frame import frame, user_of
from plans.views.pace import paced
from plans.views.stepping import KEPT, carried, posted_number


@require_http_methods(["GET", "HEAD", "POST"])
def missive(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Write the missiv, beside what else will stand in it."""
    access = plan_to(request, slug, year, Action.SEND_VERSION)
    form = MissiveForm(request.POST or None, missive=missive_of(access.plan))
    if form.is_valid() and _saved(request, access, form):
        return redirect("missive", slug, year)
    # Read anew: what somebody else saved meanwhile is what this now is written over.
    newest = missive_of(access.plan)
    document = document_of(load_content(access.plan), pictures={})
    missiv = missiv_of(newest, document)
    context = frame(access) | {
        "form": form,
        "missive": newest,
        "edition": carried(request, form, "edition", newest.edition),
        "missiv": missiv,
        "news": missiv.news,
        "meetings": access.plan.federation.meetings.order_by("-held_on"),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/board/missive.html", context, status=status)


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def papers_preview(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The papers as they would be sent now."""
    access = plan_to(request, slug, year, Action.SEND_VERSION)
    label = f"{NAMES[PlanVersion.Kind.BOARD]} {timezone.localdate()}"
    document = document_of(load_content(access.plan, with_picture_data=True), label=label)
    missiv = missiv_of(missive_of(access.plan), document)
    name = f"{missiv.title} {slug} {year}, förhandsgranskning.pdf"
    return file_response(papers_pdf(missiv, document), name)


def _saved(request: HttpRequest, access: PlanAccess, form: MissiveForm) -> bool:
    try:
        save_missive(
            access.plan,
            written=form.written(),
            by=user_of(request),
            edition=posted_number(request, "edition"),
        )
    except (SavedMeanwhile, Moved) as refused:
        form.add_error(None, f"{refused} {KEPT}")
        return False
    messages.success(request, "Missivet är sparat.")
    return True
