from typing import Any

import allauth.account.admin
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401 -- they register first
import django.contrib.auth.admin  # noqa: F401
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group

from finsam.members.models import BoardSeat, Member, Role, User

# Rights come from roles and board seats: Django's groups give none here. Passkeys and sessions
# are each person's own.
admin.site.unregister([Group, EmailAddress, Authenticator, UserSession])


class SeatInline(admin.TabularInline[BoardSeat, Member]):
    model = BoardSeat
    extra = 0
    autocomplete_fields = ["user"]


class RoleInline(admin.TabularInline[Role, User]):
    model = Role
    extra = 0
    autocomplete_fields = ["federation", "member"]


@admin.register(Member)
class MemberAdmin(admin.ModelAdmin[Member]):
    list_display = ["name", "federation", "kind", "joined_on", "left_on"]
    list_filter = ["federation", "kind"]
    list_select_related = ["federation"]
    search_fields = ["name"]
    inlines = [SeatInline]


@admin.register(User)
class AccountAdmin(admin.ModelAdmin[User]):
    list_display = ["email", "name", "is_active", "is_superuser"]
    list_filter = ["is_active", "is_superuser"]
    search_fields = ["email", "name"]
    ordering = ["email", "name"]
    fieldsets = [
        (None, {"fields": ["email", "name"]}),
        ("Behörighet", {"fields": ["is_active", "is_superuser", "last_login"]}),
    ]
    readonly_fields = ["last_login"]
    inlines = [RoleInline]

    def save_model(self, request: Any, obj: User, form: Any, change: bool) -> None:
        """Addresses are kept in small letters, and nobody has a password."""
        obj.email = obj.email.lower()
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def get_inlines(self, request: Any, obj: User | None) -> Any:
        """Roles are given to an account that exists."""
        return self.inlines if obj else []
