"""What traces are about, as the filter on their page has it."""

from django.db import models


class Group(models.TextChoices):
    PEOPLE = "personer", "Personer och roller"
    BOARD = "styrelse", "Medlemmar, styrelse och revisorer"
    HOUSE = "forbund", "Förbundets uppgifter och möten"
    PLANS = "planer", "Planer, beslut och delade utkast"
    MATERIAL = "arbetsmaterial", "Rensat arbetsmaterial"


KINDS = {
    Group.PEOPLE: ("user", "role", "invitation", "authenticator"),
    Group.BOARD: ("member", "seat", "auditor"),
    Group.HOUSE: ("federation", "meeting"),
    Group.PLANS: ("plan", "decision", "share", "record", "decision_file"),
    Group.MATERIAL: ("clearing",),
}
