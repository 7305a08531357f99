"""All addresses of the product."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("finsam.members.urls")),
    path("", include("finsam.federations.urls")),
    path("", include("plans.urls")),
]
