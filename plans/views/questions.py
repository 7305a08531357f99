"""Questions and comments: asked on a version or on the working copy, answered, resolved."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from finsam.members.access import Refused
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at, plan_to
from plans.deciding.asking import Asked, Speaker, answer, ask, reopen, resolve
from plans.deciding.reading import content_of_version
from plans.deciding.showing import newest_shown, version_shown
from plans.document.content import PlanContent
from plans.document.loading import load_content
from plans.document.places import Place, homes_of, places_of
from plans.forms.questions import AnswerForm, QuestionForm
from plans.models import PlanVersion, Thread
from plans.views.frame import frame, user_of
from plans.views.threads import ShownThread, threads_beside, threads_of

ASKED = "Din fråga är skickad till kansliet. Svaret kommer här."
COMMENTED = "Kommentaren är sparad. Den finns under Frågor."


@require_http_methods(["GET", "HEAD", "POST"])
def ask_version(request: HttpRequest, slug: str, year: int, number: int, key: UUID) -> HttpResponse:
    """Ask about a section of a version, or something in it."""
    access = plan_at(request, slug, year, Action.ASK)
    version = version_shown(access, user_of(request), number)
    return _ask(request, access, content_of_version(version), key, version)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_draft(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Ask about a section of the working copy, for those who have access to it."""
    access = plan_to(request, slug, year, Action.READ_PLAN)
    return _ask(request, access, load_content(access.plan), key, None)


def _ask(
    request: HttpRequest,
    access: PlanAccess,
    content: PlanContent,
    key: UUID,
    version: PlanVersion | None,
) -> HttpResponse:
    places = _in_section(content, key)
    form = QuestionForm(request.POST or None, places=places, initial={"about": "0"})
    back = _back(access, version, key)
    if request.method == "POST" and form.is_valid():
        place, anchor = form.chosen
        ask(
            plan=access.plan,
            about=Asked(kind=place.kind, name=place.name, anchor=anchor),
            body=form.cleaned_data["body"],
            by=_speaker(request, access),
            url=request.build_absolute_uri(_list_url(access)),
            version=version,
        )
        messages.success(request, COMMENTED if access.is_office else ASKED)
        return redirect(back)
    context = frame(access) | {
        "form": form,
        "place": places[0],
        "version": version,
        "back": back,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/questions/ask.html", context, status=status)


@require_safe
def questions(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """All the threads that the person sees, each beside the text it concerns: first what waits.

    Fixed number of queries.
    """
    access = plan_at(request, slug, year, Action.ASK)
    shown = _beside(access, user_of(request))
    context = frame(access) | {
        "waiting": [one for one in shown if one.is_waiting],
        "answered": [one for one in shown if not one.is_waiting and not one.thread.resolved_at],
        "resolved": [one for one in shown if one.thread.resolved_at],
        "form": AnswerForm(),
    }
    return render(request, "plans/questions/questions.html", context)


@require_POST
def answer_question(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Say something more in a thread."""
    access, thread = _thread(request, slug, year, key)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _answer_page(request, access, thread, form)
    answer(
        thread=thread,
        body=form.cleaned_data["body"],
        by=_speaker(request, access),
        url=request.build_absolute_uri(_list_url(access)),
    )
    messages.success(request, "Ditt svar är skickat.")
    return redirect(f"{_list_url(access)}#fraga-{thread.key}")


@require_POST
def resolve_question(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Nothing more is waited for in a thread."""
    access, thread = _thread_to_close(request, slug, year, key)
    resolve(thread=thread, by=_speaker(request, access))
    return redirect(f"{_list_url(access)}#fraga-{thread.key}")


@require_POST
def reopen_question(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Something more is waited for in a thread."""
    access, thread = _thread_to_close(request, slug, year, key)
    reopen(thread=thread)
    return redirect(f"{_list_url(access)}#fraga-{thread.key}")


def _answer_page(
    request: HttpRequest, access: PlanAccess, thread: Thread, form: AnswerForm
) -> HttpResponse:
    """The thread by itself, with what is wrong with the answer."""
    beside = _beside(access, user_of(request))
    [shown] = [one for one in beside if one.thread.pk == thread.pk]
    context = frame(access) | {"one": shown, "form": form}
    return render(request, "plans/questions/answer.html", context, status=422)


def _beside(access: PlanAccess, user: User) -> list[ShownThread]:
    """The threads that the person sees beside what they read today; none where it is nothing."""
    if access.reads_working_copy:
        return threads_beside(access, user, load_content(access.plan))
    newest = newest_shown(access, user)
    return [] if newest is None else threads_beside(access, user, content_of_version(newest))


def _thread(request: HttpRequest, slug: str, year: int, key: UUID) -> tuple[PlanAccess, Thread]:
    """A thread that the person sees. Raises Http404 for any other."""
    access = plan_at(request, slug, year, Action.ASK)
    for thread in threads_of(access, user_of(request)):
        if thread.key == key:
            return access, thread
    raise Http404


def _thread_to_close(
    request: HttpRequest, slug: str, year: int, key: UUID
) -> tuple[PlanAccess, Thread]:
    """A thread that the person asked, or that the office closes. Raises Refused for others."""
    access, thread = _thread(request, slug, year, key)
    first = next(iter(thread.comments.all()), None)
    verdict = access.standing.may(Action.RESOLVE_QUESTIONS)
    if not verdict and (first is None or first.author_id != request.user.pk):
        raise Refused(verdict)
    return access, thread


def _in_section(content: PlanContent, key: UUID) -> list[Place]:
    """A section and what is read in it. Raises Http404 where the text has no such section."""
    places, homes = places_of(content), homes_of(content)
    found = [place for place in places.values() if homes.get(place.key) == key]
    if not found:
        raise Http404
    return found


def _back(access: PlanAccess, version: PlanVersion | None, key: UUID) -> str:
    page = access.plan.get_absolute_url() if version is None else version.get_absolute_url()
    return f"{page}#avsnitt-{key}"


def _list_url(access: PlanAccess) -> str:
    return reverse("questions", args=[access.plan.federation.slug, access.plan.year])


def _speaker(request: HttpRequest, access: PlanAccess) -> Speaker:
    return Speaker(user=user_of(request), is_office=access.is_office)
