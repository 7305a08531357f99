"""Taking a role away, or an account from a seat or an auditor's term."""

from finsam.federations.models import Federation
from finsam.members.appointing import keeping_an_appointer
from finsam.members.models import Auditor, BoardSeat, Role


def take_role(*, federation: Federation, role: Role) -> None:
    """Take a role away. Raises LastAppointer where nobody would be left who can appoint."""
    with keeping_an_appointer(federation):
        Role.objects.filter(pk=role.pk).delete()


def take_account(*, federation: Federation, held: BoardSeat | Auditor) -> None:
    """Take the account from a seat or a term; its holder stays its holder, without an account.

    Raises LastAppointer where nobody would be left who can appoint.
    """
    with keeping_an_appointer(federation):
        type(held)._default_manager.filter(pk=held.pk).update(user=None)
