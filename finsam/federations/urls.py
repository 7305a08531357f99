from django.urls import path

from finsam.federations import views

urlpatterns = [path("<slug:slug>/farg.css", views.accent, name="accent")]
