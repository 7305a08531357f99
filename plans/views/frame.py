"""What every page of a plan's versions and questions has around it, and who asks for it."""

from typing import Any, cast

from django.http import HttpRequest

from finsam.members.models import User
from plans.access import PlanAccess


def frame(access: PlanAccess) -> dict[str, Any]:
    """The plan and its federation, for a page that any reader may see."""
    federation = access.plan.federation
    return {
        "plan": access.plan,
        "federation": federation,
        "is_office": access.is_office,
        "accent_urls": [federation.accent_url],
    }


def user_of(request: HttpRequest) -> User:
    """Who is signed in. For a page that asks for sign-in."""
    return cast(User, request.user)
