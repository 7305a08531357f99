from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.models.passage import Passage
from plans.models.plan import Plan


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    """Reusable reads of rounds of samråd."""

    def newest_of(self, plan: Plan) -> "Consultation | None":
        """The last one that was begun about a plan."""
        return self.filter(plan=plan).order_by("pk").last()

    def newest_sent(self, plan: Plan) -> "Consultation | None":
        """The last one of a plan that members were sent links in."""
        return self.filter(plan=plan, version__isnull=False).order_by("pk").last()

    def going_on(self, day: date) -> "ConsultationQuerySet":
        """Those that members can answer by links on a day, with how many have, of how many.

        `asked` counts the members that were sent a link, `answered` those that have answered.
        """
        begun = Passage.objects.filter(
            plan=models.OuterRef(models.OuterRef("plan")),
            version=models.OuterRef(models.OuterRef("version")),
        )
        ended = Passage.objects.filter(
            plan=models.OuterRef("plan"),
            after__in=[Plan.Status.DRAFT, Plan.Status.DECIDED],
            pk__gt=models.Subquery(begun.order_by("pk").values("pk")[:1]),
        )
        links = models.Count("links__member_key", distinct=True)
        answers = models.Count("answers__member_key", distinct=True)
        found = self.filter(version__isnull=False, closes_on__gte=day)
        return found.exclude(models.Exists(ended)).annotate(asked=links, answered=answers)


class Consultation(models.Model):
    """A round of samråd about a plan: the members are heard until a day.

    `version` is the number of the newest version that they were sent; None where samråd was held
    elsewhere, and `held` tells how. A corrected version goes on with the same round.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="consultations")
    version = models.PositiveIntegerField("version", null=True)
    opened_on = models.DateField("började")
    closes_on = models.DateField("sista dag")
    held = models.TextField("hur det hölls", blank=True)
    registry_number = models.CharField("diarienummer", max_length=60, blank=True)
    begun_by = models.CharField("av", max_length=160)
    begun_at = models.DateTimeField("när", default=timezone.now)
    reminded_at = models.DateTimeField("påminnelse skickad", null=True)

    asked: int
    answered: int
    """How many members were sent links and how many have answered, where `going_on` counts them."""

    objects: ClassVar[ConsultationQuerySet] = ConsultationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "samråd"
        verbose_name_plural = "samråd"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opened_on")),
                name="consultation_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(version__isnull=True) ^ Q(held=""), name="consultation_sent_or_held"
            ),
        ]

    def __str__(self) -> str:
        return f"Samråd {self.opened_on}: {self.plan}"


class ConsultationLink(models.Model):
    """A member's way to a version and to answering, without an account, until it is closed.

    Whoever has the address has the way: it is forwarded within the member. The address is `key`
    and its signature (`plans.deciding.consulting.links`), which is stored nowhere.
    """

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="links")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    member_key = models.UUIDField("medlemmens nyckel")
    member_name = models.CharField("medlem", max_length=200)
    address = models.EmailField("officiell adress")
    version = models.PositiveIntegerField("version")
    sent_at = models.DateTimeField("skickad", default=timezone.now)
    opened_at = models.DateTimeField("öppnad", null=True)
    revoked_at = models.DateTimeField("återkallad", null=True)

    objects: ClassVar[models.Manager["ConsultationLink"]] = models.Manager()

    class Meta:
        verbose_name = "länk till samråd"
        verbose_name_plural = "länkar till samråd"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "member_key"],
                condition=Q(revoked_at=None),
                name="link_one_open_a_member",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_name}: {self.consultation}"


class ConsultationAnswerQuerySet(models.QuerySet["ConsultationAnswer"]):
    """Reusable reads of answers."""

    def standing(self) -> "ConsultationAnswerQuerySet":
        """Each member's last one, in the order of their names. Without the files."""
        last = self.filter(
            consultation=models.OuterRef("consultation"), member_key=models.OuterRef("member_key")
        )
        newest = last.order_by("-edition").values("pk")[:1]
        found = self.filter(pk=models.Subquery(newest))
        return found.defer("file").order_by("member_name")


class ConsultationAnswer(models.Model):
    """What a member said in a round of samråd. Never changed: a changed answer is a new edition.

    `version` is the number of the version that it answers, None where none was sent.
    """

    class Stance(models.TextChoices):
        NO_OBJECTION = "no_objection", "ingen erinran"
        REMARKS = "remarks", "synpunkter"

    class Way(models.TextChoices):
        LINK = "link", "genom länken"
        LETTER = "letter", "brev"
        MAIL = "mail", "e-post"
        MEETING = "meeting", "möte"

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="answers")
    member_key = models.UUIDField("medlemmens nyckel")
    member_name = models.CharField("medlem", max_length=200)
    edition = models.PositiveIntegerField("utgåva", default=1)
    version = models.PositiveIntegerField("version", null=True)
    stance = models.CharField("svar", max_length=12, choices=Stance)
    text = models.TextField("synpunkter", blank=True)
    answered_by = models.CharField("namn", max_length=120, blank=True)
    title = models.CharField("befattning", max_length=120, blank=True)
    way = models.CharField("hur det kom", max_length=7, choices=Way)
    received_on = models.DateField("kom in")
    registry_number = models.CharField("diarienummer", max_length=60, blank=True)
    file_name = models.CharField("filens namn", max_length=200, blank=True)
    file = models.BinaryField("fil", editable=False, default=b"")
    sha256 = models.CharField("kontrollsumma", max_length=64, blank=True, editable=False)
    registered_by = models.CharField("registrerat av", max_length=160, blank=True)
    at = models.DateTimeField("när", default=timezone.now)

    objects: ClassVar[ConsultationAnswerQuerySet] = ConsultationAnswerQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "samrådssvar"
        verbose_name_plural = "samrådssvar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "member_key", "edition"], name="answer_edition"
            ),
            models.CheckConstraint(
                condition=Q(stance__in=["no_objection", "remarks"])
                & Q(way__in=["link", "letter", "mail", "meeting"]),
                name="answer_kinds",
            ),
            models.CheckConstraint(
                condition=~Q(stance="remarks") | ~Q(text="") | ~Q(file_name=""),
                name="answer_remarks_are_said",
            ),
            models.CheckConstraint(
                condition=Q(file_name="", sha256="")
                | (~Q(file_name="") & Q(sha256__regex=r"^[0-9a-f]{64}$")),
                name="answer_file_has_checksum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_name}: {self.get_stance_display()}"
