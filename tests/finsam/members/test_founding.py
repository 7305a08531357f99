import pytest

from finsam.federations.models import Federation
from finsam.members.founding import AddressTaken, NewMember, found_federation
from finsam.members.models import Member, Role
from tests import factories

pytestmark = pytest.mark.django_db


def named(slug: str) -> Federation:
    return Federation(slug=slug, name="Samordningsförbundet Fjäll", short_name="Fjäll")


def test_it_has_its_members_in_order_and_its_maker_is_chief() -> None:
    chief = factories.person()
    members = [
        NewMember(name="Region Fjäll", kind="region"),
        NewMember(name="Berg", kind="municipality"),
    ]
    federation = found_federation(federation=named("fjall"), members=members, chief=chief)
    assert [(m.name, m.kind) for m in federation.members.all()] == [
        ("Region Fjäll", "region"),
        ("Berg", "municipality"),
    ]
    assert list(Role.objects.values_list("user", "federation", "kind")) == [
        (chief.pk, federation.pk, "chief")
    ]


def test_an_address_that_somebody_was_quicker_to_take_leaves_nothing_behind() -> None:
    factories.federation("fjall")
    with pytest.raises(AddressTaken):
        found_federation(
            federation=named("fjall"),
            members=[NewMember(name="Berg", kind="municipality")],
            chief=factories.person(),
        )
    assert (Federation.objects.count(), Member.objects.count(), Role.objects.count()) == (1, 0, 0)
