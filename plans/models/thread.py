from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from finsam.members.models import User
from plans.models.plan import Plan
from plans.models.version import PlanVersion


class ThreadQuerySet(models.QuerySet["Thread"]):
    """Reusable reads of threads."""

    def with_comments(self) -> "ThreadQuerySet":
        """With what was said in them, in order. One query more."""
        comments = Prefetch("comments", Comment.objects.order_by("made_at", "pk"))
        return self.prefetch_related(comments)

    def with_version(self) -> "ThreadQuerySet":
        """With the version that they were asked on, without its files."""
        return self.select_related("version").defer("version__json", "version__pdf")

    def open(self) -> "ThreadQuerySet":
        return self.filter(resolved_at__isnull=True)


class Thread(models.Model):
    """A question or a comment on a place of the plan, and what was answered.

    The place is known by the kind and key of its thing and, for a passage, by the quote and what
    stood around it: never by marks in the text. `version` is what it was asked on; without one it
    was the working copy, and then only those see it who have access to that.
    """

    class Place(models.TextChoices):
        SECTION = "section", "avsnitt"
        GOAL = "goal", "mål"
        INDICATOR = "indicator", "mått"
        INTERVENTION = "intervention", "insats"
        LINE = "line", "budgetrad"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="threads")
    key = models.UUIDField(default=uuid4, editable=False)
    version = models.ForeignKey(
        PlanVersion, models.PROTECT, null=True, blank=True, related_name="threads"
    )
    place = models.CharField("slag", max_length=12, choices=Place)
    place_key = models.UUIDField()
    place_name = models.CharField("ställe", max_length=300)
    quote = models.TextField("citat", blank=True)
    before = models.CharField(max_length=32, blank=True)
    after = models.CharField(max_length=32, blank=True)
    opened_at = models.DateTimeField("öppnad", default=timezone.now)
    resolved_at = models.DateTimeField("löst", null=True, blank=True)
    resolved_by = models.CharField("löst av", max_length=160, blank=True)

    objects: ClassVar[ThreadQuerySet] = ThreadQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "tråd"
        verbose_name_plural = "trådar"
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="thread_key"),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by="")
                | Q(resolved_at__isnull=False) & ~Q(resolved_by=""),
                name="thread_resolved_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["plan", "place", "place_key"], name="thread_place")]

    def __str__(self) -> str:
        return f"{self.place_name}: {self.plan}"


class Comment(models.Model):
    """What somebody said in a thread. It is not edited: others have answered it."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="comments")
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    author_name = models.CharField("av", max_length=160)
    is_office = models.BooleanField("från kansliet", default=False)
    body = models.TextField("text")
    made_at = models.DateTimeField("skriven", default=timezone.now)

    objects: ClassVar[models.Manager["Comment"]] = models.Manager()

    class Meta:
        verbose_name = "inlägg"
        verbose_name_plural = "inlägg"
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(body=""), name="comment_says_something"),
        ]

    def __str__(self) -> str:
        return self.body[:80]
