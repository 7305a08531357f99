"""The queue's jobs are the worker's alone: letters are what people see of them."""

from django.contrib import admin
from procrastinate.contrib.django import admin as queue  # noqa: F401 -- registers the jobs
from procrastinate.contrib.django.models import ProcrastinateJob

admin.site.unregister(ProcrastinateJob)
