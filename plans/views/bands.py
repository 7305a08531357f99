"""The bars of many plans at once, for lists that do not load whole documents."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import F, Sum

from budgets.models import BudgetAmount, BudgetColumn
from finsam.members.profile import MemberKind
from plans.document.band import Payment, Segment, laid_out
from plans.models import Plan


def bands(plans: Sequence[Plan]) -> dict[int, tuple[Segment, ...]]:
    """Each plan's bar by the plan's id, from the budget column of its own year. One query.

    Of lines tied to a member themselves: a group that is a member's is only in the plan's own bar.
    """
    payments: dict[int, list[Payment]] = defaultdict(list)
    paid = (
        BudgetAmount.objects.filter(
            line__budget__plan__in=plans,
            line__member__isnull=False,
            column__kind=BudgetColumn.Kind.BUDGET,
            column__year=F("line__budget__plan__year"),
        )
        .values_list("line__budget__plan", "line__member__kind", "line__member__name")
        .annotate(kr=Sum("amount"))
        .order_by("line__member__position", "line__member")
    )
    for plan, kind, name, kr in paid:
        payments[plan].append(Payment(MemberKind(kind), name, int(kr)))
    return {plan: laid_out(payments) for plan, payments in payments.items()}
