from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from finsam.federations.models import Federation


class UserManager(BaseUserManager["User"]):
    """Makes accounts. An e-mail address is one person, however it is capitalised."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """An account; without a password it cannot sign in with one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """An administrator's account."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. What the person may do comes from roles and board seats."""

    email = models.EmailField("e-post", max_length=254, unique=True)
    name = models.CharField("namn", max_length=120, blank=True)
    is_active = models.BooleanField("får logga in", default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "konto"
        verbose_name_plural = "konton"
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_is_one_person")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Django's admin is for administrators alone."""
        return self.is_superuser


class Member(models.Model):
    """An organisation that is a member of the federation."""

    class Kind(models.TextChoices):
        STATE_AGENCY = "state_agency", "statlig myndighet"
        REGION = "region", "region"
        MUNICIPALITY = "municipality", "kommun"

    federation = models.ForeignKey(Federation, models.CASCADE, related_name="members")
    key = models.UUIDField(default=uuid4, editable=False)
    name = models.CharField("namn", max_length=200)
    short_name = models.CharField("kort namn", max_length=80, blank=True)
    kind = models.CharField("slag", max_length=12, choices=Kind)
    official_address = models.EmailField("officiell adress", blank=True)
    joined_on = models.DateField("medlem från", null=True, blank=True)
    left_on = models.DateField("medlem till", null=True, blank=True)
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "medlem"
        verbose_name_plural = "medlemmar"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "key"], name="member_key"),
            models.CheckConstraint(condition=~Q(name=""), name="member_has_name"),
            models.CheckConstraint(
                condition=Q(kind__in=["state_agency", "region", "municipality"]), name="member_kind"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
                name="member_leaves_after_joining",
                violation_error_message="Medlemmen kan inte lämna innan den har gått med.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BoardSeat(models.Model):
    """A member's seat in the board from a date to a date. Without a holder it is vacant."""

    class Kind(models.TextChoices):
        REGULAR = "regular", "ledamot"
        DEPUTY = "deputy", "ersättare"

    class Office(models.TextChoices):
        NONE = "", "–"
        CHAIR = "chair", "ordförande"
        VICE_CHAIR = "vice_chair", "vice ordförande"

    member = models.ForeignKey(Member, models.CASCADE, related_name="seats")
    kind = models.CharField("plats", max_length=7, choices=Kind, default=Kind.REGULAR)
    office = models.CharField("uppdrag", max_length=10, choices=Office, blank=True, default="")
    holder = models.CharField("innehavare", max_length=120, blank=True)
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="seats", verbose_name="konto"
    )
    starts_on = models.DateField("från", null=True, blank=True)
    ends_on = models.DateField("till", null=True, blank=True)
    position = models.PositiveIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "plats i styrelsen"
        verbose_name_plural = "platser i styrelsen"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["regular", "deputy"]), name="seat_kind"),
            models.CheckConstraint(
                condition=Q(office="") | Q(office__in=["chair", "vice_chair"], kind="regular"),
                name="seat_office_is_regular",
                violation_error_message="Bara en ordinarie ledamot kan vara ordförande.",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="seat_ends_after_start",
                violation_error_message="Uppdraget kan inte sluta innan det har börjat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} för {self.member}"


class Role(models.Model):
    """What a person does in a federation. Several roles are a union of rights."""

    class Kind(models.TextChoices):
        CHIEF = "chief", "förbundschef"
        STAFF = "staff", "kansli"
        BOARD = "board", "styrelsen"
        MEMBER = "member", "medlemsrepresentant"
        AUDITOR = "auditor", "revisor"

    user = models.ForeignKey(User, models.CASCADE, related_name="roles")
    federation = models.ForeignKey(Federation, models.CASCADE, related_name="roles")
    kind = models.CharField("roll", max_length=7, choices=Kind)
    member = models.ForeignKey(
        Member, models.CASCADE, null=True, blank=True, related_name="roles", verbose_name="för"
    )

    class Meta:
        verbose_name = "roll"
        verbose_name_plural = "roller"
        ordering = ["federation", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "federation", "kind", "member"],
                name="role_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["chief", "staff", "board", "member", "auditor"]),
                name="role_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}, {self.federation}"

    def clean(self) -> None:
        """A role for a member is in that member's federation."""
        if self.member and self.member.federation_id != self.federation_id:
            raise ValidationError({"member": "Välj en medlem i samma förbund."})
