"""Budgets to test with: a short way to write a sheet, and the four real ones of the examples."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, UUID, uuid5

from budgets.sheet import (
    Column,
    ColumnKind,
    ComputedRow,
    CostSign,
    Line,
    Printed,
    Sheet,
    Subtotals,
    Unit,
)

Amounts = tuple[int | None, ...]


def key_of(path: str) -> UUID:
    """The key that `side` gives the line at a path like "costs/0/2"."""
    return uuid5(NAMESPACE_URL, path)


def thousands(*amounts: int | None) -> Amounts:
    return tuple(None if amount is None else amount * 1000 for amount in amounts)


def column(kind: str, year: int, **more: object) -> Column:
    return Column(year=year, kind=ColumnKind(kind), **more)  # type: ignore[arg-type]


def line(path: str, label: str, columns: tuple[Column, ...], amounts: Amounts) -> Line:
    names = [column.name for column in columns]
    typed = {name: kr for name, kr in zip(names, amounts, strict=True) if kr is not None}
    return Line(key=key_of(path), label=label, amounts=typed)


def group(path: str, label: str, *lines: Line, total_label: str = "") -> Line:
    return Line(key=key_of(path), label=label, total_label=total_label, lines=lines)


def lines_of(path: str, columns: tuple[Column, ...], rows: dict[str, Amounts]) -> tuple[Line, ...]:
    return tuple(
        line(f"{path}/{label}", label, columns, amounts) for label, amounts in rows.items()
    )


def sodra_lappland() -> Sheet:
    columns = (
        column("budget", 2023, opening=2_670_000, opening_source="bokslut 2022"),
        column("budget", 2024),
        column("plan", 2025),
        column("plan", 2026),
    )

    def same(label: str, path: str, *amounts: int) -> Line:
        every = amounts if len(amounts) > 1 else amounts * 4
        return line(f"{path}/{label}", label, columns, thousands(*every))

    members = {
        "Lycksele": 326, "Malå": 79, "Åsele": 71, "Storuman": 154, "Vilhelmina": 179,
        "Sorsele": 66, "Dorotea": 63, "Region Västerbotten": 938, "Försäkringskassan": 1876,
    }  # fmt: skip
    return Sheet(
        title="Budget 2024, plan 2025–2026",
        unit=Unit.TKR,
        computed_rows={
            ComputedRow.OPENING_EQUITY: "eget kapital (IB)",
            ComputedRow.AVAILABLE_FUNDS: "",
            ComputedRow.TOTAL_COSTS: "",
            ComputedRow.RESULT: "",
            ComputedRow.CLOSING_EQUITY: "",
        },
        columns=columns,
        income=(
            group(
                "members",
                "Finansiering från medlemmar",
                *(same(label, "members", amount) for label, amount in members.items()),
            ),
            same("ESF medel", "income", 0, 300, 300, 0),
        ),
        costs=(
            group(
                "board",
                "Styrelsen",
                same("Fasta arvoden", "board", 75, 75, 77, 77),
                same("Sammanträdes- och övriga arvoden", "board", 35, 35, 37, 37),
                same("Ers förlorad arbetsförtjänst", "board", 45, 45, 46, 46),
                same("Reseersättning och traktamenten", "board", 20),
                same("Arbetsgivaravgifter", "board", 70),
                same("Övrigt", "board", 20),
            ),
            group(
                "staff",
                "Kansli och administration – personal",
                same("Förbundschef", "staff", 1300, 1400, 1000, 1000),
            ),
            group("rent", "Lokalkostnader", same("Hyra kontor", "rent", 35)),
            group(
                "other",
                "Övriga administrativa kostnader",
                same("Kurs och konferens", "other", 100),
                same("Revision", "other", 56),
                same("Administration", "other", 120),
                same("Information", "other", 15),
                same("Övrigt", "other", 100, 19, 19, 19),
            ),
            group(
                "projects",
                "Projektkostnader",
                same("Flerpartssamverkan", "projects", 850, 0, 0, 0),
                same("SIKT 2.0", "projects", 170, 0, 0, 0),
                same("En väg vidare", "projects", 1245, 717, 0, 0),
                same("Verksamhetsutvecklare/Processtöd", "projects", 0, 956, 956, 956),
                same("Övriga", "projects", 70, 800, 1800, 1500),
            ),
        ),
    )


SKELLEFTEA_INTERVENTIONS = {
    "Arbetsmarknadstorget": (1223, 2407, 2600, 2600, 2800),
    "ESF Hälsans Trädgård": (350, None, None, None, None),
    "Medurs": (45, None, None, None, None),
    "Spira anställningskompetens": (1481, None, None, None, None),
    "Utsikten 2.0": (119, None, None, None, None),
    "Spira Integration": (750, None, None, None, None),
    "Unga in": (165, None, None, None, None),
    "TExAS": (580, None, None, None, None),
    "Spira Unga": (0, 0, 0, 0, 0),
    "Improve": (189, 239, None, None, None),
    "Rätt väg ut": (1, None, None, None, None),
    "Kartläggning förstärkt stöd": (166, None, None, None, None),
    "KUR": (0, 90, None, None, None),
    "Praktikmatchen": (326, None, None, None, None),
    "MySam": (None, 360, 610, 640, 670),
    "Statsmissionen": (None, 150, 50, 0, 0),
    "Ready": (None, 180, 230, 0, 0),
    "Knut'n": (None, 250, 155, 0, 0),
    "Rådgivare social ekonomi": (None, 0, 400, 400, 0),
    "Medlefors VIA": (None, 0, 200, 200, 200),
    "Urkraft": (None, 0, 50, 50, 50),
    "Processkartläggning": (None, 0, 190, 0, 0),
    "GYK": (None, 190, 220, 0, 0),
    "Ej läsbar post i underlaget": (700, None, None, None, None),
}


def skelleftea_norsjo() -> Sheet:
    columns = (
        column("actual", 2014, opening=3_759_000, opening_source="bokslut 2013"),
        column("forecast", 2015),
        column("budget", 2016),
        column("plan", 2017),
        column("plan", 2018),
    )

    def lines(path: str, rows: Mapping[str, Amounts]) -> tuple[Line, ...]:
        return lines_of(path, columns, {label: thousands(*row) for label, row in rows.items()})

    return Sheet(
        title="Budget 2016, plan 2017–2018",
        unit=Unit.TKR,
        subtotals=Subtotals.AFTER,
        has_total_column=True,
        total_column_label="2014–2018 Totalt",
        computed_rows={
            ComputedRow.TOTAL_INCOME: "",
            ComputedRow.TOTAL_COSTS: "",
            ComputedRow.RESULT_BEFORE_FINANCIAL: "",
            ComputedRow.RESULT: "Resultat efter finansiella poster",
            ComputedRow.CLOSING_EQUITY: "Resultat inkl. överföring från föregående år",
        },
        columns=columns,
        income=lines("income", {
            "Försäkringskassan": (2976, 3052, 3066, 3066, 3066),
            "Skellefteå kommun": (1450, 1450, 1453, 1453, 1453),
            "Norsjö kommun": (76, 76, 80, 80, 80),
            "Västerbottens läns landsting": (1526, 1526, 1533, 1533, 1533),
            "Improve": (None, 403, 0, 0, 0),
            "Övriga intäkter": (111, 96, 98, 98, 98),
        }),
        costs=(
            group(
                "activities",
                "Verksamhetskostnader",
                group(
                    "decided",
                    "Beslutad verksamhet, se bilaga",
                    *lines("decided", SKELLEFTEA_INTERVENTIONS),
                ),
                *lines("activities", {"Ny verksamhet": (0, 0, 1704, 862, 308)}),
            ),
            group(
                "near",
                "Verksamhetsnära kostnader",
                *lines("near", {
                    "Extern kartläggning/analys": (0, 20, 60, 60, 60),
                    "Extern utvärdering/processtöd": (0, 40, 100, 100, 100),
                    "Information/gemensam kompetensutveckling": (0, 140, 280, 220, 220),
                }),
                total_label="Summa verksamhetsnära",
            ),
            group(
                "office",
                "Kansli/adm",
                *lines("office", {
                    "Arvoden styrelsen": (142, 280, 280, 205, 211),
                    "Arvoden revisorer": (28, 49, 50, 31, 32),
                    "Ekonomisk adm.": (191, 169, 191, 237, 244),
                    "Tjänsteman + tillfälligt anställd": (1006, 1081, 870, 1070, 1120),
                    "Resor, konferens/utbildning": (160, 140, 175, 185, 195),
                    "Övrigt adm": (102, 110, 90, 35, 40),
                }),
            ),
        ),
        financial=lines("financial", {"Finansiella intäkter": (18, 0, 20, 20, 20)}),
        printed=(
            Printed(
                row=str(key_of("activities/Ny verksamhet")),
                column="plan-2017",
                amount=1_200_000,
                source="bilagan",
                resolution="Huvudtabellens belopp gäller.",
            ),
        ),
    )  # fmt: skip


def ange() -> Sheet:
    columns = (column("budget", 2022, opening=250_000),)

    def lines(path: str, rows: dict[str, int]) -> tuple[Line, ...]:
        return lines_of(path, columns, {label: (amount,) for label, amount in rows.items()})

    return Sheet(
        title="Budget 2022",
        cost_sign=CostSign.NEGATIVE,
        subtotals=Subtotals.AFTER,
        computed_rows={
            ComputedRow.OPENING_EQUITY: "Eget kapital",
            ComputedRow.AVAILABLE_FUNDS: "Summa intäkter",
            ComputedRow.TOTAL_COSTS: "Summa totala kostnader",
            ComputedRow.CLOSING_EQUITY: "Prognos eget kapital",
        },
        columns=columns,
        income=(
            group(
                "members",
                "Parternas insats",
                *lines("members", {
                    "Försäkringskassan/Arbetsförmedlingen": 736_000,
                    "Ånge kommun": 368_000,
                    "Region Västernorrland": 368_000,
                }),
                total_label="Parternas insats",
            ),
        ),
        costs=(
            group(
                "office",
                "Kansli",
                *lines("office", {
                    "Arvoden": 24_000,
                    "Förbundschef, 0,45 årsarbete": 355_000,
                    "Sammanträde": 3_000,
                    "Utbildning": 15_000,
                    "Resor": 15_000,
                    "NNS": 3_500,
                    "Revision": 24_000,
                    "Diverse": 5_000,
                }),
            ),
            group(
                "interventions",
                "Insatser",
                *lines("interventions", {"Ångemodellen": 430_000, "Ej beslutade": 697_500}),
            ),
        ),
    )  # fmt: skip


def vastra_ostergotland() -> Sheet:
    columns = (column("budget", 2025),)

    def lines(path: str, rows: dict[str, int]) -> tuple[Line, ...]:
        return lines_of(path, columns, {label: (amount,) for label, amount in rows.items()})

    return Sheet(
        title="Budget 2025",
        computed_rows={
            ComputedRow.TOTAL_INCOME: "Totalt",
            ComputedRow.TOTAL_COSTS: "Totalt",
            ComputedRow.RESULT: "",
        },
        columns=columns,
        income=lines("income", {
            "Staten": 4_322_000,
            "Region Östergötland": 2_161_000,
            "Motala": 1_045_924,
            "Mjölby": 676_393,
            "Vadstena": 179_363,
            "Boxholm": 131_821,
            "Ödeshög": 127_499,
        }),
        costs=lines("costs", {
            "Kansli": 1_600_000,
            "Nätverk": 3_260_000,
            "Försteg": 2_700_000,
            "Digitaliseringscenter": 1_400_000,
            "Fontänhus": 500_000,
            "Utbildning": 100_000,
            "Utveckling struktur": 450_000,
        }),
    )  # fmt: skip
