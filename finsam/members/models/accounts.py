from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from finsam.swedish import alphabetical


class UserManager(BaseUserManager["User"]):
    """Makes accounts. An address may be shared; a name at it is one person, in any capitals."""

    def create_user(self, email: str, **fields: object) -> "User":
        """An account. Nobody has a password: one signs in by a code or a passkey."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, **fields: object) -> "User":
        """An administrator's account."""
        return self.create_user(email, is_superuser=True, **fields)

    def at(self, email: str) -> "list[User]":
        """Those who may sign in with an address (in small letters), in Swedish order. One query."""
        people = self.filter(email=email, is_active=True)
        return sorted(people, key=lambda person: alphabetical(str(person)))

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. What the person may do comes from roles and board seats."""

    email = models.EmailField("e-post", max_length=254)
    name = models.CharField("namn", max_length=120, blank=True)
    is_active = models.BooleanField("får logga in", default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "konto"
        verbose_name_plural = "konton"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                Lower("name"),
                name="user_name_once_at_an_address",
                violation_error_message="Personen har redan ett konto med den adressen.",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Django's admin is for administrators alone."""
        return self.is_superuser
