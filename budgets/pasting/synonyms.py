"""What plans call the rows that this house computes, and the sides of a budget."""

from budgets.arithmetic import FINANCIAL_NET
from budgets.pasting.names import heard
from budgets.sheet import ComputedRow, Side

_ROWS: dict[str, tuple[str, ...]] = {
    ComputedRow.TOTAL_INCOME: (
        "Summa intäkter",
        "Totala intäkter",
        "Summa totala intäkter",
        "Intäkter totalt",
        "Totalt intäkter",
        "Totalt, intäkter",
        "Intäkter",
    ),
    ComputedRow.OPENING_EQUITY: (
        "Ingående eget kapital",
        "Eget kapital",
        "Eget kapital (IB)",
        "Eget kapital IB",
        "IB eget kapital",
        "Eget kapital från året före",
        "Eget kapital från föregående år",
        "Eget kapital vid årets början",
        "Överfört från föregående år",
        "Ingående balans",
    ),
    ComputedRow.AVAILABLE_FUNDS: (
        "Summa medel att disponera",
        "Medel att disponera",
        "Summa disponibla medel",
        "Disponibla medel",
        "Tillgängliga medel",
        "Summa tillgängliga medel",
    ),
    ComputedRow.TOTAL_COSTS: (
        "Summa kostnader",
        "Totala kostnader",
        "Summa totala kostnader",
        "Kostnader totalt",
        "Totalt kostnader",
        "Totalt, kostnader",
        "Kostnader",
    ),
    ComputedRow.RESULT_BEFORE_FINANCIAL: (
        "Resultat före finansiella poster",
        "Resultat före finansiella intäkter och kostnader",
        "Resultat före finansnetto",
        "Verksamhetens resultat",
    ),
    FINANCIAL_NET: ("Finansnetto", "Summa finansiella poster", "Finansiella poster"),
    ComputedRow.RESULT: (
        "Årets resultat",
        "Resultat",
        "Periodens resultat",
        "Resultat efter finansiella poster",
        "Resultat efter finansiella intäkter och kostnader",
        "Resultat efter finansnetto",
    ),
    ComputedRow.CLOSING_EQUITY: (
        "Utgående eget kapital",
        "Eget kapital",
        "Eget kapital (UB)",
        "Eget kapital UB",
        "UB eget kapital",
        "Eget kapital vid årets slut",
        "Kvar vid årets slut",
        "Prognos eget kapital",
        "Resultat inkl. överföring från föregående år",
        "Resultat inkl. överf. fr. föreg. år",
        "Utgående balans",
    ),
}

_SIDES = {
    Side.INCOME: ("Intäkter", "Inkomster", "Finansiering", "Medel", "Tilldelning"),
    Side.COST: ("Kostnader", "Utgifter"),
    Side.FINANCIAL: (
        "Finansiella poster",
        "Finansiella intäkter och kostnader",
        "Finansiella intäkter/kostnader",
        "Finansnetto",
    ),
}

ROWS: dict[str, tuple[str, ...]] = {}
"""The computed rows that a heard name may be, in the order in which they stand in a budget."""

for _row, _names in _ROWS.items():
    for _name in _names:
        ROWS[heard(_name)] = (*ROWS.get(heard(_name), ()), _row)

SIDES = {heard(name): side for side, names in _SIDES.items() for name in names}
"""The side that a heard heading opens."""
