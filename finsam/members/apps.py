"""People and member organisations of a federation."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "finsam.members"
    label = "members"
    verbose_name = "Medlemmar och personer"
