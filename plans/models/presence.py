from django.db import models

from finsam.members.models import User
from plans.models.plan import Plan


class Presence(models.Model):
    """Who has a plan open to write in it, and what they last wrote in. It locks nothing."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="presences")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    unit = models.CharField(max_length=80, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = "närvaro"
        verbose_name_plural = "närvaro"
        constraints = [
            models.UniqueConstraint(fields=["plan", "user"], name="presence_once_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.user} i {self.plan}"
