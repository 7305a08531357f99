"""All addresses of the product."""

from django.contrib import admin
from django.urls import include, path

admin.site.site_header = admin.site.site_title = "Finsam, administration"

handler403 = "finsam.members.views.refused"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("finsam.members.urls")),
    path("", include("finsam.federations.urls")),
    path("", include("finsam.members.house.urls")),
    path("", include("plans.urls")),
]
