"""Formal statements before the meeting, where the federation has them."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from finsam.members.access import people_in
from finsam.members.models import User
from finsam.members.permissions import Action, Party
from plans.access import PlanAccess
from plans.deciding.moving import before_board
from plans.models import PlanVersion, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was said about a version, by whom; `counts` are in words, those that anybody said."""

    statements: tuple[Statement, ...]
    counts: tuple[str, ...]
    board: int

    @property
    def words(self) -> str:
        """ "6 av 10 har yttrat sig." """
        if not self.statements:
            return "Ingen har yttrat sig än."
        return f"{len(self.statements)} av {self.board} har yttrat sig."


@transaction.atomic
def state_opinion(version: PlanVersion, *, stance: str, motivation: str, by: User) -> Statement:
    """Say what one thinks formally, or say it anew: one for each person and version.

    Raises Refused where the plan is not before the board.
    """
    plan = before_board(version.plan, Action.STATE_OPINION, by)
    said = {"stance": stance, "motivation": motivation, "said_at": timezone.now()}
    statement, _ = Statement.objects.update_or_create(
        plan=plan, version=version.number, user=by, defaults=said | {"name": str(by)[:160]}
    )
    return statement


def own_statement(version: PlanVersion, user: User) -> Statement | None:
    """What the person has said about the version."""
    return Statement.objects.filter(
        plan_id=version.plan_id, version=version.number, user=user
    ).first()


def reads_tally(access: PlanAccess) -> bool:
    """Whether the person is shown who has said what: the chair, the office and the board."""
    is_board = Party.BOARD in access.standing.parties
    return access.plan.federation.formal_statements and (
        is_board or bool(access.standing.may(Action.READ_MOTIONS))
    )


def tally_of(version: PlanVersion) -> Tally:
    """What has been said about a version. Four queries, however many."""
    statements = tuple(Statement.objects.filter(plan_id=version.plan_id, version=version.number))
    count = Counter(statement.stance for statement in statements)
    board = {u.pk for u, person in people_in(version.plan.federation) if _is_of(person.parties)}
    return Tally(
        statements=statements,
        counts=tuple(f"{count[s.value]} {s.label}" for s in Statement.Stance if count[s.value]),
        board=len(board | {statement.user_id for statement in statements}),
    )


def _is_of(parties: frozenset[Party]) -> bool:
    return Party.BOARD in parties
