from django.urls import path

from plans import views

urlpatterns = [
    path("", views.start, name="start"),
    path("galleri/", views.gallery, name="gallery"),
    path("<slug:slug>/", views.federation, name="federation"),
    path("<slug:slug>/ny-plan/word/", views.word, name="word"),
    path("<slug:slug>/ny-plan/word/godkann/", views.approve_word, name="approve_word"),
    path("<slug:slug>/<int:year>/", views.plan, name="plan"),
    path("<slug:slug>/<int:year>/pdf/", views.pdf, name="plan_pdf"),
    path("<slug:slug>/<int:year>/kontroller/", views.findings, name="findings"),
    path("<slug:slug>/<int:year>/bilder/<uuid:key>/", views.picture, name="picture"),
]
