"""Signing in by a code, as a person does it."""

import re
from typing import Any

from django.test import Client

from finsam.letters.models import Letter
from finsam.members.models import User

SIGN_IN, CODE, WHO = "/logga-in/", "/logga-in/kod/", "/logga-in/vem/"


def ask(client: Client, email: str, **fields: str) -> Any:
    """Ask for a code to an address."""
    return client.post(SIGN_IN, {"email": email} | fields)


def code_in(letter: Letter) -> str:
    found = re.search(r"^(\d{4}) (\d{4})$", letter.body, re.M)
    assert found, letter.body
    return found[1] + found[2]


def newest_code(email: str) -> str:
    """The code in the newest letter to the address."""
    return code_in(Letter.objects.filter(to_address=email).order_by("pk").reverse()[0])


def sign_in(client: Client, user: User, **fields: str) -> Client:
    """The client, signed in by a code."""
    ask(client, user.email)
    client.post(CODE, {"code": newest_code(user.email)} | fields)
    return client


def who(client: Client) -> str:
    """The address of the account that the client is signed in as."""
    return User.objects.get(pk=client.session["_auth_user_id"]).email
