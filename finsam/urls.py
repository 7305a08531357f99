"""All addresses of the product."""

from django.contrib import admin
from django.urls import include, path

from finsam.members.views import admins_door

admin.site.site_header = admin.site.site_title = "Finsam, administration"
admin.site.login = admins_door  # type: ignore[method-assign, assignment]

handler403 = "finsam.members.views.refused"
# allauth's name for where too many requests lead.
handler429 = "finsam.members.views.too_many_requests"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("plans.public_urls")),
    path("", include("finsam.members.urls")),
    path("", include("finsam.members.people_urls")),
    path("", include("finsam.federations.urls")),
    path("", include("finsam.members.house.urls")),
    path("", include("plans.urls")),
]
