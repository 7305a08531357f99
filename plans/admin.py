"""The admin reads plans and never writes them: they are written in the product alone."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from plans.models import Decision, Plan, PlanVersion, Recipient, Section


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


class RecipientInline(ReadOnly, admin.TabularInline[Recipient, PlanVersion]):
    model = Recipient
    fields = ["name", "address", "sent_at"]


@admin.register(PlanVersion)
class PlanVersionAdmin(ReadOnly, admin.ModelAdmin[PlanVersion]):
    list_display = ["label", "plan", "number", "kind", "made_by", "made_at"]
    list_filter = ["kind", "plan__year"]
    search_fields = ["label", "plan__title", "plan__federation__name"]
    readonly_fields = ["json_sha256", "pdf_sha256"]
    inlines = [RecipientInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PlanVersion]:
        """Without the files, which no page here shows."""
        found = super().get_queryset(request).select_related("plan__federation")
        return found.defer("json", "pdf", "plan__federation__logo")
