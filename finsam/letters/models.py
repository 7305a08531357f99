from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from finsam.federations.models import Federation


class LetterQuerySet(models.QuerySet["Letter"]):
    """Reusable reads of letters."""

    def waiting(self) -> "LetterQuerySet":
        """Those that no mail server has taken yet."""
        return self.filter(sent_at__isnull=True)


class Letter(models.Model):
    """An e-mail to one address, word for word, and what has become of it.

    `is_secret` letters carry a code: their text goes as soon as they have been delivered.
    """

    federation = models.ForeignKey(
        Federation, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    kind = models.SlugField("slag", max_length=30)
    to_name = models.CharField("till", max_length=120, blank=True)
    to_address = models.EmailField("adress")
    subject = models.CharField("ärende", max_length=200)
    body = models.TextField("text", blank=True)
    is_secret = models.BooleanField(default=False)
    message_id = models.CharField(max_length=255, unique=True, editable=False)
    made_at = models.DateTimeField("skrivet", default=timezone.now, editable=False)
    sent_at = models.DateTimeField("skickat", null=True, blank=True)
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
        ]

    def __str__(self) -> str:
        return f"{self.subject} till {self.to_address}"
