from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from finsam.constraints import WithinOne, one_of


class GoalMap(models.Model):
    """A plan's goals and interventions, with the vision and strategy above them."""

    class Numbering(models.TextChoices):
        NONE = "none", "utan nummer"
        BY_PERSPECTIVE = "by_perspective", "från 1 i varje perspektiv"
        RUNNING = "running", "löpande"

    vision = models.TextField("vision", blank=True)
    strategy = models.TextField("strategi", blank=True)
    numbering = models.CharField(
        "numrering", max_length=14, choices=Numbering, default=Numbering.BY_PERSPECTIVE
    )
    edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "målkarta"
        verbose_name_plural = "målkartor"
        constraints = [
            models.CheckConstraint(
                condition=Q(numbering__in=["none", "by_perspective", "running"]),
                name="goalmap_numbering",
            )
        ]

    def __str__(self) -> str:
        return f"Målkarta {self.pk}"


class Part(models.Model):
    """Something in a goal map, known by a key that outlives the copy to next year."""

    goal_map = models.ForeignKey(GoalMap, models.CASCADE)
    key = models.UUIDField(default=uuid4, editable=False)
    position = models.PositiveIntegerField("ordning", default=0)
    edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["goal_map", "key"], name="%(class)s_key"),
        ]


class Perspective(Part):
    """A group of goals; the name is empty where a map has no perspectives."""

    name = models.CharField("namn", max_length=200, blank=True)

    class Meta(Part.Meta):
        default_related_name = "perspectives"
        verbose_name = "perspektiv"
        verbose_name_plural = "perspektiv"
        constraints = [*Part.Meta.constraints, one_of("goal_map", "perspective_of_map")]

    def __str__(self) -> str:
        return self.name or "Mål utan perspektiv"


class Goal(Part):
    """A goal in a perspective, or a child goal of a goal in the same perspective."""

    perspective = models.ForeignKey(Perspective, models.CASCADE)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True)
    heading = models.CharField("rubrik", max_length=300, blank=True)
    text = models.TextField("mål")
    responsible = ArrayField(
        models.CharField(max_length=120), verbose_name="ansvariga", default=list, blank=True
    )

    class Meta(Part.Meta):
        default_related_name = "goals"
        verbose_name = "mål"
        verbose_name_plural = "mål"
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="goal_is_not_its_child"
            ),
            one_of("goal_map", "goal_of_map"),
            one_of("perspective", "goal_of_perspective"),
            WithinOne(via="perspective", whole="goal_map", name="goal_in_own_map"),
            WithinOne(via="parent", whole="perspective", name="goal_below_own_perspective"),
        ]

    def __str__(self) -> str:
        return self.heading or self.text


class Activity(Part):
    """What is done for a goal."""

    goal = models.ForeignKey(Goal, models.CASCADE)
    text = models.TextField("aktivitet")

    class Meta(Part.Meta):
        default_related_name = "activities"
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        constraints = [
            *Part.Meta.constraints,
            WithinOne(via="goal", whole="goal_map", name="activity_in_own_map"),
        ]

    def __str__(self) -> str:
        return self.text


class InterventionLevel(models.TextChoices):
    INDIVIDUAL = "individual", "individnivå"
    STRUCTURAL = "structural", "strukturövergripande"


class Indicator(Part):
    """How a goal is measured: the plan's own sentence, and beside it what checks can read."""

    class Comparator(models.TextChoices):
        AT_LEAST = "at_least", "minst"
        AT_MOST = "at_most", "högst"
        EXACTLY = "exactly", "precis"

    goal = models.ForeignKey(Goal, models.CASCADE)
    sentence = models.TextField("mått")
    is_qualitative = models.BooleanField("utan tal", default=False)
    comparator = models.CharField("jämförelse", max_length=8, choices=Comparator, blank=True)
    target = models.DecimalField("målvärde", max_digits=15, decimal_places=3, null=True, blank=True)
    unit = models.CharField("enhet", max_length=60, blank=True)
    method = models.CharField("metod", max_length=300, blank=True)
    frequency = models.CharField("hur ofta", max_length=120, blank=True)
    volumes_of = models.CharField(
        "målvärdet är insatsernas volym", max_length=10, choices=InterventionLevel, blank=True
    )

    class Meta(Part.Meta):
        default_related_name = "indicators"
        verbose_name = "mått"
        verbose_name_plural = "mått"
        constraints = [
            *Part.Meta.constraints,
            WithinOne(via="goal", whole="goal_map", name="indicator_in_own_map"),
            models.CheckConstraint(
                condition=Q(is_qualitative=False) | Q(target__isnull=True, volumes_of=""),
                name="indicator_qualitative_has_no_target",
                violation_error_message="Ett mått utan tal har inget målvärde.",
            ),
            models.CheckConstraint(
                condition=Q(comparator__in=["", "at_least", "at_most", "exactly"]),
                name="indicator_comparator",
            ),
            models.CheckConstraint(
                condition=Q(volumes_of__in=["", "individual", "structural"]),
                name="indicator_volumes_of",
            ),
            models.CheckConstraint(
                condition=Q(volumes_of="") | Q(target__isnull=True),
                name="indicator_one_target",
                violation_error_message="Målvärdet är antingen ett tal eller insatsernas volym.",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence


class Intervention(Part):
    """A financed insats, with its planned volume in its own unit."""

    name = models.CharField("namn", max_length=200)
    level = models.CharField("nivå", max_length=10, choices=InterventionLevel)
    owner = models.CharField("huvudman", max_length=200, blank=True)
    html = models.TextField("beskrivning", blank=True)
    starts_on = models.DateField("börjar", null=True, blank=True)
    ends_on = models.DateField("slutar", null=True, blank=True)
    volume = models.PositiveIntegerField("planerad volym", null=True, blank=True)
    volume_unit = models.CharField("volymens enhet", max_length=60, blank=True)
    is_esf = models.BooleanField("ESF", default=False)
    is_decided = models.BooleanField("beslutad", default=True)
    goals = models.ManyToManyField(Goal, blank=True)

    class Meta(Part.Meta):
        default_related_name = "interventions"
        verbose_name = "insats"
        verbose_name_plural = "insatser"
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                condition=Q(level__in=["individual", "structural"]), name="intervention_level"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="intervention_ends_after_start",
                violation_error_message="Insatsen kan inte sluta innan den har börjat.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
