"""All checks of a plan, and what they find together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from plans.document.checks import amounts, characters, equity, printed, shares
from plans.document.checks.basis import Basis
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.places import Places
from plans.document.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: its code, what it looks into in words, and the function that looks.

    One that is not optional is made whatever the federation has turned off.
    """

    code: str
    name: str
    look: Callable[[Document, Basis], Iterator[Finding]]
    is_optional: bool = True


CHECKS = (
    Check(
        code=amounts.CODE,
        name="Att allt som står i budgetens celler är belopp",
        look=amounts.check,
        is_optional=False,
    ),
    Check(
        code=equity.NEGATIVE,
        name="Att eget kapital inte är negativt något år",
        look=equity.check_negative,
    ),
    Check(
        code=printed.CODE,
        name="Att källans tryckta siffror är samma som planens",
        look=printed.check,
    ),
    Check(
        code=equity.ROLL_FORWARD,
        name="Att eget kapital förs vidare från år till år",
        look=equity.check_roll_forward,
    ),
    Check(
        code=shares.CODE,
        name="Att medlemmarnas bidrag är delade som lagen säger",
        look=shares.check,
    ),
    Check(
        code=characters.CODE,
        name="Att alla tecken finns i dokumentets typsnitt",
        look=characters.check,
    ),
)


def findings(document: Document, basis: Basis) -> list[Finding]:
    """What the checks that the federation has on find: errors first, then in the plan's order."""
    found = [finding for check in made(document) for finding in check.look(document, basis)]
    places = Places(document.content)
    return sorted(found, key=lambda f: (f.severity is not Severity.ERROR, places.order(f.place)))


def made(document: Document) -> tuple[Check, ...]:
    """The checks that the federation has on, and those that are always made."""
    off = turned_off(document)
    return tuple(check for check in CHECKS if check.code not in off)


def turned_off(document: Document) -> Mapping[str, str]:
    """The codes that the federation has turned off, each with the line that says why.

    A line about a check that is always made turns nothing off.
    """
    off = document.content.federation.rules.disabled_checks
    always = {check.code for check in CHECKS if not check.is_optional}
    return {code: why for code, why in off.items() if code not in always}
