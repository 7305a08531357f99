"""A plan's samråd: the rounds, what each member has answered, and all of it as an appendix."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding.consulting.reminding import why_over
from plans.deciding.consulting.reporting import Report, report_of
from plans.exports.consultation import consultation_pdf
from plans.models import Consultation, ConsultationAnswer, Plan
from plans.views.downloads import file_response
from plans.views.pace import paced
from plans.views.stepping import step_frame


@require_safe
def consultation(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What was sent, to whom and when, and what came back. Fixed number of queries."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    newest = Consultation.objects.newest_sent(access.plan)
    report = _report(access)
    context = step_frame(
        access,
        rounds=report.rounds[::-1],
        newest=newest and newest.pk,
        over=_over(newest, access.plan) if newest else "",
        registers=access.standing.may(Action.REGISTER_ANSWERS),
        is_decided=access.plan.status == Plan.Status.DECIDED,
    )
    return render(request, "plans/consultation/consultation.html", context)


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def consultation_file(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Bilaga: samråd. What the person is shown of it, as a PDF."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    return file_response(consultation_pdf(_report(access)), f"Bilaga samråd {slug} {year}.pdf")


@require_safe
@cache_control(private=True, no_cache=True)
def answer_file(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """What a member put with its answer, byte for byte."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    answers = ConsultationAnswer.objects.filter(consultation__plan=access.plan)
    answer = get_object_or_404(answers.exclude(file_name=""), pk=pk)
    return file_response(bytes(answer.file), answer.file_name)


def _report(access: PlanAccess) -> Report:
    report = report_of(access.plan)
    return report if access.standing.may(Action.REGISTER_ANSWERS) else report.for_readers()


def _over(newest: Consultation, plan: Plan) -> str:
    newest.plan = plan
    return why_over(newest)
