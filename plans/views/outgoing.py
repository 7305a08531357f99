"""The panel "Ut" of the decision's page: where what is decided has gone, and what can be done."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.timezone import localtime

from finsam.members.permissions import Action, Verdict
from plans.access import PlanAccess
from plans.deciding.outgoing import NOTHING_IN_FORCE
from plans.deciding.publishing import last_publication
from plans.deciding.revising import in_force
from plans.deciding.workflow import OUT, Act, Out, allowed_in
from plans.models import Decision, Plan, PlanVersion, Publication

ADDRESSES = {
    Out.DISPATCH: "dispatch",
    Out.POST_NOTICE: "post_notice",
    Out.PUBLISH: "publish",
    Out.TAKE_DOWN: "take_down",
    Out.CASE_FILE: "case_file",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """Something to do with what is decided: how it stands, where it is done, and why not now."""

    word: str
    state: str
    url: str
    verdict: Verdict
    public_url: str = ""


def out_rows(access: PlanAccess, decisions: list[Decision]) -> list[OutRow]:
    """The panel for the office; nothing for others. Three queries.

    `decisions` are the plan's, the one in force first.
    """
    plan = access.plan
    if not access.standing.may(Action.DISPATCH_DECISION):
        return []
    version = in_force(plan)
    publication = last_publication(plan)
    verdict = Verdict(True) if version else NOTHING_IN_FORCE
    is_public = publication is not None and publication.is_public
    return [
        _row(plan, Out.DISPATCH, _dispatched(plan, version), verdict),
        _row(plan, Out.POST_NOTICE, _posted(decisions), verdict and _decided(plan)),
        _row(
            plan,
            Out.TAKE_DOWN if is_public else Out.PUBLISH,
            _published(publication),
            verdict,
            public_url=_address(plan, "public_plan") if is_public else "",
        ),
    ]


def case_file_url(access: PlanAccess) -> str:
    """Where the case file is, for those who read it."""
    if not access.standing.may(Action.READ_CASE_FILE):
        return ""
    return _address(access.plan, ADDRESSES[Out.CASE_FILE])


def _row(plan: Plan, out: Out, state: str, verdict: Verdict, public_url: str = "") -> OutRow:
    url = _address(plan, ADDRESSES[out])
    word = OUT[out].button
    return OutRow(word=word, state=state, url=url, verdict=verdict, public_url=public_url)


def _address(plan: Plan, name: str) -> str:
    return reverse(name, args=[plan.federation.slug, plan.year])


def _decided(plan: Plan) -> Verdict:
    return allowed_in(Act.COMPLETE, plan.status)


def _dispatched(plan: Plan, version: PlanVersion | None) -> str:
    last = plan.dispatches.annotate(count=Count("recipients")).order_by("pk").last()
    if last is None:
        return "Beslutet är inte expedierat."
    to = "en mottagare" if last.count == 1 else f"{last.count} mottagare"
    newer = version is not None and version.number > last.version
    since = " Den version som gäller nu är nyare." if newer else ""
    return f"Expedierat {localtime(last.at):%Y-%m-%d} till {to}.{since}"


def _posted(decisions: list[Decision]) -> str:
    if not decisions or not decisions[0].posted_on:
        return "Beslutet är inte anslaget."
    until = decisions[0].taken_down_on
    return f"Anslaget {decisions[0].posted_on}{f', nedtaget {until}' if until else ''}."


def _published(publication: Publication | None) -> str:
    if publication is None:
        return "Planen är inte publicerad."
    done = "Publicerad" if publication.is_public else "Borttagen från webben"
    return f"{done} {localtime(publication.at):%Y-%m-%d}."
