"""The admin reads plans and never writes them: they are written in the product alone."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from plans.models import Decision, Plan, Section


class ReadOnly:
    """Nothing is added, changed or removed here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class SectionInline(ReadOnly, admin.TabularInline[Section, Plan]):
    model = Section
    fields = ["position", "heading", "kind", "is_appendix"]


class DecisionInline(ReadOnly, admin.TabularInline[Decision, Plan]):
    model = Decision


@admin.register(Plan)
class PlanAdmin(ReadOnly, admin.ModelAdmin[Plan]):
    list_display = ["title", "federation", "year", "status"]
    list_filter = ["status", "year"]
    list_select_related = ["federation"]
    search_fields = ["title", "federation__name"]
    inlines = [DecisionInline, SectionInline]
