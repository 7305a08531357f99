from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from finsam.federations.models import Federation


@pytest.fixture
def federation(db: None) -> "Federation":
    from tests import factories

    return factories.federation("fjallbygden")


@pytest.fixture
def office(client: Client, federation: "Federation") -> Client:
    """The chief's browser."""
    from tests import factories

    return factories.signed_in(client, "chief", federation)
