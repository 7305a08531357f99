"""The admin reads the traces, those of no federation too, and never writes them."""

from django.contrib import admin
from django.http import HttpRequest

from finsam.traces.models import Trace


@admin.register(Trace)
class TraceAdmin(admin.ModelAdmin[Trace]):
    list_display = ["at", "actor", "via", "operation", "kind", "row", "federation"]
    list_filter = ["kind", "operation", "via"]
    search_fields = ["actor"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Trace | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Trace | None = None) -> bool:
        return False
