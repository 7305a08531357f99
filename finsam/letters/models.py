from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from finsam.federations.models import Federation


class LetterQuerySet(models.QuerySet["Letter"]):
    """Reusable reads of letters."""

    def waiting(self) -> "LetterQuerySet":
        """Those that no mail server has taken yet, and that are still to be sent."""
        return self.filter(sent_at=None, closed_at=None)

    def with_files(self) -> "LetterQuerySet":
        """With the names of their files, without the bytes. One query more."""
        return self.prefetch_related(models.Prefetch("files", LetterFile.objects.defer("data")))

    def of_no_federation(self) -> "LetterQuerySet":
        """Those that are the product's own, such as codes to sign in with."""
        return self.filter(federation=None)


class LetterFile(models.Model):
    """A file that letters carry, byte for byte. One row serves every letter that has it."""

    name = models.CharField("namn", max_length=255)
    media_type = models.CharField("slag", max_length=100)
    data = models.BinaryField("fil", editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, editable=False)

    objects: ClassVar[models.Manager["LetterFile"]] = models.Manager()

    class Meta:
        verbose_name = "fil i brev"
        verbose_name_plural = "filer i brev"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sha256", "name"], name="letter_file_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(media_type="") & Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="letter_file_is_named",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Letter(models.Model):
    """An e-mail to one address, word for word, and what has become of it.

    It waits, until it is either sent or closed: refused, or too old. Secret letters carry a code:
    their text goes as soon as they have been sent.
    """

    federation = models.ForeignKey(
        Federation, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    kind = models.SlugField("slag", max_length=30)
    to_name = models.CharField("till", max_length=120, blank=True)
    to_address = models.EmailField("adress")
    subject = models.CharField("ärende", max_length=200)
    body = models.TextField("text", blank=True)
    files = models.ManyToManyField(LetterFile, related_name="letters", verbose_name="filer")
    is_secret = models.BooleanField(default=False)
    message_id = models.CharField(max_length=255, unique=True, editable=False)
    made_at = models.DateTimeField("skrivet", default=timezone.now, editable=False)
    sent_at = models.DateTimeField("skickat", null=True, blank=True)
    is_sent_by_hand = models.BooleanField("skickat för hand", default=False)
    closed_at = models.DateTimeField("försöken avslutade", null=True, blank=True, editable=False)
    attempts = models.PositiveIntegerField("försök", default=0)
    last_error = models.TextField("senaste felet", blank=True)

    objects: ClassVar[LetterQuerySet] = LetterQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "brev"
        verbose_name_plural = "brev"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(to_address="") & ~Q(subject="") & ~Q(message_id=""),
                name="letter_can_be_sent",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(closed_at=None), name="letter_is_sent_or_closed"
            ),
            models.CheckConstraint(
                condition=Q(is_sent_by_hand=False) | Q(sent_at__isnull=False),
                name="letter_by_hand_is_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} till {self.to_address}"
