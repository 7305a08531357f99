"""Instead of Django's, which asks for a password."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from finsam.members.models import User


class Command(BaseCommand):
    help = "Make an administrator's account. One signs in by a code to the address."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", help="the administrator's address; asked for otherwise")
        parser.add_argument("--name", default="", help="the administrator's name")

    def handle(self, *args: Any, email: str | None, name: str, **options: Any) -> None:
        email = (email or input("E-post: ")).strip()
        try:
            validate_email(email)
            with transaction.atomic():
                user = User.objects.create_superuser(email, name=name)
        except ValidationError:
            raise CommandError(f"{email} is no e-mail address.") from None
        except IntegrityError:
            raise CommandError(f"{email} has an account already.") from None
        self.stdout.write(f"{user.email} is an administrator. Sign in at /logga-in/.")
