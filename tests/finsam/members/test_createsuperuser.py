from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from finsam.members.models import User

pytestmark = pytest.mark.django_db


def test_it_makes_an_administrator_without_a_password() -> None:
    call_command("createsuperuser", email=" Admin@Berg.se ", stdout=StringIO())
    admin = User.objects.get()
    assert (admin.email, admin.is_superuser) == ("admin@berg.se", True)
    assert admin.has_usable_password() is False


@pytest.mark.parametrize("email", ["berg", "admin@berg.se"])
def test_it_refuses_what_is_no_address_or_is_there_already(email: str) -> None:
    User.objects.create_user("admin@berg.se")
    with pytest.raises(CommandError, match=email):
        call_command("createsuperuser", email=email)
