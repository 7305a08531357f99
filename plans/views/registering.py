"""What the office registers: an answer that came another way, and samråd held elsewhere."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from finsam.members.models import Member
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding.consulting import answering, holding
from plans.deciding.consulting.answering import AnsweredMeanwhile, Answering, answer_of
from plans.deciding.transition import Moved
from plans.forms.consulting import HeldForm, RegisterForm
from plans.models import Consultation, Plan
from plans.views.consulting_acts import NONE_YET, member_of, to_consultation
from plans.views.frame import user_of
from plans.views.given import number
from plans.views.stepping import KEPT, carried, step_frame

IS_DECIDED = "Planen är beslutad. Samråd registreras före beslutet."


@require_http_methods(["GET", "HEAD", "POST"])
def register_answer(request: HttpRequest, slug: str, year: int, member: UUID) -> HttpResponse:
    """An answer that came by letter or mail, or that was given at a meeting."""
    access = plan_at(request, slug, year, Action.REGISTER_ANSWERS)
    found, consultation = member_of(access, member), _round(request, access)
    if consultation is None:
        messages.error(request, NONE_YET)
        return to_consultation(access)
    form = RegisterForm(
        request.POST or None,
        request.FILES or None,
        consultation=consultation,
        standing=answer_of(consultation, found.key),
    )
    if form.is_valid() and _is_kept(request, form, consultation, found):
        messages.success(request, f"Svaret från {found.name} är registrerat.")
        return to_consultation(access)
    # Read anew: what was answered meanwhile is what this now is written over.
    standing = answer_of(consultation, found.key)
    context = step_frame(
        access,
        form=form,
        member=found,
        consultation=consultation,
        standing=standing,
        edition=carried(request, form, "edition", standing.edition if standing else 0),
        lost_file=bool(request.FILES),
    )
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/consultation/register_answer.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def register_consultation(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Samråd that was held in another way than by links."""
    access = plan_at(request, slug, year, Action.REGISTER_ANSWERS)
    if access.plan.status == Plan.Status.DECIDED:
        messages.error(request, IS_DECIDED)
        return to_consultation(access)
    form = HeldForm(request.POST or None, plan=access.plan)
    if form.is_valid():
        try:
            holding.register_held(access.plan, form.held(), by=user_of(request))
        except Moved as told:
            form.add_error(None, f"{told} {KEPT}")
        else:
            messages.success(request, "Samrådet är registrerat. Nu kan du registrera svaren.")
            return to_consultation(access)
    status = 422 if request.method == "POST" else 200
    context = step_frame(access, form=form)
    return render(request, "plans/consultation/register_consultation.html", context, status=status)


def _round(request: HttpRequest, access: PlanAccess) -> Consultation | None:
    """The round that the address names, else the newest. Raises Http404 for another plan's."""
    pk = number(request.GET.get("samrad", ""))
    if pk is None:
        return Consultation.objects.newest_of(access.plan)
    return get_object_or_404(Consultation, plan=access.plan, pk=pk)


def _is_kept(
    request: HttpRequest, form: RegisterForm, consultation: Consultation, member: Member
) -> bool:
    over = Answering(
        consultation=consultation,
        member_key=member.key,
        member_name=member.name,
        edition=form.cleaned_data["edition"],
        version=consultation.version,
    )
    try:
        answering.register_answer(over, form.said_to_office(str(user_of(request))))
    except AnsweredMeanwhile as told:
        form.add_error(None, f"{told} {KEPT}")
        return False
    return True
