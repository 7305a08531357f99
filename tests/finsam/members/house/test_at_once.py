"""Two in the office save at the same moment: one is saved, the other is told."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from finsam.federations.models import Federation
from finsam.members.models import BoardSeat
from tests import factories
from tests.finsam.members.house.pages import ROOT, filled_in


def send(office: Client, address: str, values: dict[str, str]) -> int:
    try:
        return int(office.post(ROOT + address, values).status_code)
    finally:
        connections.close_all()


def at_once(federation: Federation, address: str, *forms: dict[str, str]) -> list[int]:
    """Send each form by somebody of their own; the answers' status, lowest first."""
    people = [
        factories.signed_in(Client(), role, federation)
        for role, _ in zip(("chief", "staff"), forms, strict=True)
    ]
    with ThreadPoolExecutor(len(forms)) as pool:
        jobs = [pool.submit(send, p, address, f) for p, f in zip(people, forms, strict=True)]
        return sorted(job.result() for job in jobs)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_is_told() -> None:
    federation = factories.federation("fjallbygden")
    office = Client()
    office.force_login(factories.administrator())
    forms = [filled_in(office, "", seat=seat) for seat in ("Berg", "Dal")]
    assert at_once(federation, "", *forms) == [302, 422]


@pytest.mark.django_db(transaction=True)
def test_two_cannot_each_make_a_chair_at_once() -> None:
    federation = factories.federation("fjallbygden")
    office = Client()
    office.force_login(factories.administrator())
    members = [factories.member(federation, name) for name in ("Bergs kommun", "Dals kommun")]
    forms = [
        filled_in(office, "styrelsen/ny/", member=str(m.pk), kind="regular", office="chair")
        for m in members
    ]
    assert at_once(federation, "styrelsen/ny/", *forms) == [302, 422]
    assert BoardSeat.objects.filter(office="chair").count() == 1
