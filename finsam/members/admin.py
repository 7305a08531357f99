from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group

from finsam.members.models import BoardSeat, Member, Role, User

# Rights come from roles and board seats: Django's groups give none here.
admin.site.unregister(Group)


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


class AccountCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email", "name"]


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_display = ["email", "name", "is_active", "is_superuser"]
    list_filter = ["is_active", "is_superuser"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    filter_horizontal = ()
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        ("Behörighet", {"fields": ["is_active", "is_superuser", "last_login"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]
    readonly_fields = ["last_login"]
    add_form = AccountCreationForm
    inlines = [RoleInline]

    def get_inlines(self, request: Any, obj: User | None) -> Any:
        """Roles are given to an account that exists."""
        return self.inlines if obj else []
