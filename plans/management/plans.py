"""What the commands about one plan share: how it is named, and found."""

from django.core.management.base import CommandError, CommandParser

from plans.models import Plan


def add_plan_arguments(parser: CommandParser) -> None:
    """FEDERATION and YEAR."""
    parser.add_argument("federation", metavar="FEDERATION", help="förbundets adress, som ange")
    parser.add_argument("year", metavar="YEAR", type=int, help="planens år, som 2022")


def named_plan(federation: str, year: int) -> Plan:
    """The federation's plan for the year. Raises CommandError where there is none."""
    plan = Plan.objects.for_reading().filter(federation__slug=federation, year=year).first()
    if plan is None:
        raise CommandError(f"Det finns ingen plan för {federation} {year}.")
    return plan
