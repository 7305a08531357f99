from django import forms

from finsam.federations.models import Federation
from finsam.members.demo import ROLES


class DemoSignInForm(forms.Form):
    """Which role in which federation to sign in as; demo mode only."""

    federation = forms.ModelChoiceField(Federation.objects.defer("logo"), to_field_name="slug")
    role = forms.ChoiceField(choices=ROLES)
    next = forms.CharField(required=False)
