"""The board's page: what was sent to it, what is new there, and what may be said before the
meeting."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding.moving import motions_shown
from plans.deciding.papers import paper_shown, papers_shown
from plans.deciding.proposing import for_minutes
from plans.deciding.showing import threads_shown, versions_shown
from plans.deciding.stating import own_statement, reads_tally, tally_of
from plans.forms.board import StatementForm
from plans.models import Plan, PlanVersion, Thread
from plans.views.downloads import file_response
from plans.views.frame import frame, user_of
from plans.views.newness import newness
from plans.views.shelf import status_label
from plans.views.sources import version_source
from plans.views.timeline import timeline


@require_safe
def board(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What the board has before it, for everybody whom it was sent to. Fixed queries."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    version = board_version(access, user_of(request))
    statements = StatementForm(
        initial=_said(version, user_of(request)), newest=version.number if version else 0
    )
    return board_page(request, access, version, statements)


def board_page(
    request: HttpRequest,
    access: PlanAccess,
    version: PlanVersion | None,
    statements: StatementForm,
    status: int = 200,
) -> HttpResponse:
    """The whole page; `statements` may hold what was typed."""
    user, plan = user_of(request), access.plan
    papers = papers_shown(access, user)
    context = frame(access) | {
        "status_label": status_label(plan, list(plan.decisions.all())),
        "version": version,
        "papers": papers[0] if papers else None,
        "earlier": papers[1:],
        "minutes": for_minutes(papers[0].proposals) if papers else "",
        "sends": access.may(Action.SEND_VERSION),
        "motions": motions_shown(access, user).order_by("-pk"),
        "reads_motions": access.standing.may(Action.READ_MOTIONS),
        "announces": access.may(Action.ANNOUNCE_MOTION),
        "is_board": bool(access.standing.may(Action.ANNOUNCE_MOTION, Plan.Status.REVIEW)),
        "user_pk": user.pk,
    }
    if version is not None:
        context |= _of_version(access, user, version)
        context |= _statements(access, version, statements)
    return render(request, "plans/board/board.html", context, status=status)


@require_safe
@cache_control(private=True, no_cache=True)
def board_papers(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """The papers' PDF, byte for byte as it was sent."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    papers = paper_shown(access, user_of(request), number)
    name = f"Underlag till styrelsen {number} – {access.plan.federation.short_name} {year}.pdf"
    return file_response(bytes(papers.pdf), name)


@require_safe
@cache_control(private=True, no_cache=True)
def resolutions_text(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The att-satser of the newest papers, as the minutes have them."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    papers = papers_shown(access, user_of(request))
    if not papers:
        raise Http404
    text = for_minutes(papers[0].proposals) + "\n"
    return file_response(
        text.encode(), f"att-satser {slug} {year}.txt", "text/plain; charset=utf-8"
    )


def board_version(access: PlanAccess, user: User) -> PlanVersion | None:
    """The newest version to the board that the person is shown."""
    versions = versions_shown(access, user).filter(kind=PlanVersion.Kind.BOARD)
    version = versions.with_recipients().first()
    if version is not None:
        version.plan = access.plan
    return version


def _of_version(access: PlanAccess, user: User, version: PlanVersion) -> dict[str, Any]:
    document = version_source(access.plan, version).document
    threads = list(threads_shown(access, user).filter(version=version).with_comments())
    [step] = timeline(access, user, [version])
    return {
        "step": step,
        "threads": threads,
        "waiting": len(list(_waiting(threads))),
        **newness(access, user, version, document),
    }


def _waiting(threads: Iterable[Thread]) -> Iterable[Thread]:
    """Those that nobody of the office has answered last, and that are open."""
    for thread in threads:
        comments = list(thread.comments.all())
        if not thread.resolved_at and comments and not comments[-1].is_office:
            yield thread


def _statements(access: PlanAccess, version: PlanVersion, form: StatementForm) -> dict[str, Any]:
    """Where the federation has formal statements: one's own to say, and who has said what."""
    if not access.plan.federation.formal_statements:
        return {}
    return {
        "form": form,
        "states": access.may(Action.STATE_OPINION),
        "tally": tally_of(version) if reads_tally(access) else None,
    }


def _said(version: PlanVersion | None, user: User) -> dict[str, str]:
    """What the person has said formally about the version, for the form to begin with."""
    said = own_statement(version, user) if version else None
    return {"stance": said.stance, "motivation": said.motivation} if said else {}
