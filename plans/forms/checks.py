from typing import Any

from finsam.federations.forms.fields import line
from finsam.federations.forms.shown import ShownForm
from finsam.federations.models import Federation
from plans.document.checks.run import CHECKS

LONGEST = 300
HINT = "Skriv varför för att stänga av den. Tomt betyder att den görs."


class ChecksForm(ShownForm):
    """A line for each check that may be turned off: why it is, empty where it is made."""

    def __init__(self, federation: Federation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial=federation.disabled_checks, **kwargs)
        self.federation = federation
        for check in CHECKS:
            if check.is_optional:
                self.fields[check.code] = line(check.name, LONGEST, hint=HINT)

    def turned_off(self) -> dict[str, str]:
        """The lines by the checks' codes; what the product does not know of stays as it is."""
        known = {check.code for check in CHECKS}
        kept = {c: why for c, why in self.federation.disabled_checks.items() if c not in known}
        said = {c: self.cleaned_data[c] for c in self.fields if c != "shown"}
        return kept | {code: why for code, why in said.items() if why}
