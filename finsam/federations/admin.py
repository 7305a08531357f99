from django.contrib import admin
from django.db import models

from finsam.federations.models import Federation, NationalDay, NationalRule


@admin.register(Federation)
class FederationAdmin(admin.ModelAdmin[Federation]):
    list_display = ["name", "slug", "seat"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["short_name"]}
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(NationalRule)
class NationalRuleAdmin(admin.ModelAdmin[NationalRule]):
    list_display = ["code", "percent", "valid_from", "source"]


@admin.register(NationalDay)
class NationalDayAdmin(admin.ModelAdmin[NationalDay]):
    list_display = ["code", "month_day", "valid_from", "source"]
