from django.urls import path

from plans import views

urlpatterns = [
    path("", views.start, name="start"),
    path("galleri/", views.gallery, name="gallery"),
    path("<slug:slug>/", views.federation, name="federation"),
    path("<slug:slug>/ny-plan/", views.new_plan, name="new_plan"),
    path("<slug:slug>/tidigare-plan/", views.file_earlier, name="file_earlier"),
    path("<slug:slug>/tidigare/<int:year>/", views.filed_plan, name="filed_plan"),
    path("<slug:slug>/tidigare/<int:year>/ta-bort/", views.remove_earlier, name="remove_earlier"),
    path("<slug:slug>/<int:year>/", views.plan, name="plan"),
    path("<slug:slug>/<int:year>/pdf/", views.pdf, name="plan_pdf"),
    path("<slug:slug>/<int:year>/kontroller/", views.findings, name="findings"),
    path("<slug:slug>/<int:year>/bilder/<uuid:key>/", views.picture, name="picture"),
]
