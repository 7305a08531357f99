"""The numbers of the law and the guidance, read from the database."""

from finsam.federations.models import NationalRule
from finsam.federations.national import NationalNumber, NationalRules, RuleCode


def national_rules() -> NationalRules:
    """Every number with its source and the day that it is valid from. One query."""
    return NationalRules(
        NationalNumber(
            code=RuleCode(row.code),
            percent=row.percent,
            source=row.source,
            valid_from=row.valid_from,
        )
        for row in NationalRule.objects.all()
    )
