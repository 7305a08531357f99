"""Goal maps shaped like those of real plans, and builders for short ones."""

from decimal import Decimal
from itertools import count
from uuid import UUID

from goals.content import (
    Activity,
    Comparator,
    Goal,
    GoalMap,
    GoalNumbering,
    Indicator,
    Intervention,
    Level,
    Perspective,
)

_keys = (UUID(int=number) for number in count(1))


def goal(
    text: str,
    *goals: Goal,
    heading: str = "",
    activities: tuple[str, ...] = (),
    indicators: tuple[Indicator, ...] = (),
    responsible: tuple[str, ...] = (),
) -> Goal:
    return Goal(
        key=next(_keys),
        text=text,
        heading=heading,
        goals=goals,
        activities=tuple(Activity(key=next(_keys), text=each) for each in activities),
        indicators=indicators,
        responsible=responsible,
    )


def perspective(name: str, *goals: Goal) -> Perspective:
    return Perspective(key=next(_keys), name=name, goals=goals)


def said(sentence: str) -> Indicator:
    """A qualitative indicator."""
    return Indicator(key=next(_keys), sentence=sentence, is_qualitative=True)


def aimed(sentence: str, target: str, unit: str) -> Indicator:
    """An indicator with a target."""
    return Indicator(
        key=next(_keys),
        sentence=sentence,
        comparator=Comparator.AT_LEAST,
        target=Decimal(target),
        unit=unit,
    )


def by_volume(sentence: str, level: Level) -> Indicator:
    """An indicator that aims at the planned volumes of a level."""
    return Indicator(key=next(_keys), sentence=sentence, volumes_of=level)


def intervention(name: str, level: Level, volume: int | None, unit: str) -> Intervention:
    return Intervention(key=next(_keys), name=name, level=level, volume=volume, volume_unit=unit)


def volumes_of_vastra_ostergotland() -> tuple[Intervention, ...]:
    people, structure = Level.INDIVIDUAL, Level.STRUCTURAL
    return (
        intervention("ISA", people, 55, "deltagare"),
        intervention("SIP", people, 50, "möten"),
        intervention("Försteg Skänninge/Mjölby", people, 60, "deltagare"),
        intervention("Försteg Vadstena", people, 25, "deltagare"),
        intervention("Försteg Motala", people, 50, "deltagare"),
        intervention("Försteg Ödeshög", people, 25, "deltagare"),
        intervention("Försteg Boxholm", people, 20, "deltagare"),
        intervention("Stöd mot sysselsättning", people, 40, "deltagare"),
        intervention("Förstegskoordinator", people, 200, "kontakter"),
        intervention("Fontänhus", people, 100, "deltagare"),
        intervention("Digitaliseringscenter", people, 35, "deltagare"),
        intervention("Kompetenshöjande insatser", structure, 900, "deltagare"),
        intervention("Nätverket västra", structure, 180, "deltagare"),
    )


def vastra_ostergotland() -> GoalMap:
    """Two levels and finances, expected results below, volumes as targets, nobody responsible."""
    return GoalMap(
        numbering=GoalNumbering.NONE,
        perspectives=(
            perspective(
                "Samhällsnivå",
                goal(
                    "Insatserna utvecklar medlemmarnas arbete.",
                    goal(
                        "Kompetensinsatserna motsvarar förväntningarna.",
                        indicators=(aimed("Minst 75 % av deltagarna anger det.", "75", "%"),),
                    ),
                    goal(
                        "Volymmålen för strukturinsatser nås.",
                        indicators=(by_volume("Enligt bilaga 3.", Level.STRUCTURAL),),
                    ),
                ),
            ),
            perspective(
                "Individnivå",
                goal(
                    "Bättre förutsättningar för egen försörjning.",
                    goal(
                        "Volymmålen för individinsatser nås.",
                        indicators=(by_volume("Enligt bilaga 3.", Level.INDIVIDUAL),),
                    ),
                ),
            ),
            perspective("Finansiella mål", goal("Kostnaderna ryms i intäkterna.")),
        ),
        interventions=volumes_of_vastra_ostergotland(),
    )


def sodra_lappland() -> GoalMap:
    """Four perspectives as a table with four columns."""
    chief, board = "Förbundschef", "Styrelsen"
    survey = ("Enkät till deltagarna",)
    return GoalMap(
        vision="Alla ska kunna försörja sig själva.",
        perspectives=(
            perspective(
                "Individen",
                goal(
                    "Tydlig inriktning mot egen försörjning.",
                    activities=survey,
                    indicators=(aimed("70 % av deltagarna anger det.", "70", "%"),),
                    responsible=(chief,),
                ),
                goal(
                    "Myndigheterna planerar tillsammans.",
                    activities=survey,
                    indicators=(aimed("70 % anger det.", "70", "%"),),
                    responsible=(chief,),
                ),
            ),
            perspective(
                "Arbetssätt",
                goal(
                    "Det finns en struktur för uppföljning.",
                    activities=("Rutiner för uppföljning",),
                    indicators=(
                        aimed("70 % av styrelse och personal svarar ja.", "70", "%"),
                        aimed("Internkontroll 2 gånger/år.", "2", "gånger/år"),
                    ),
                    responsible=(board, chief),
                ),
            ),
            perspective("Ekonomi", goal("God ekonomisk hushållning.", responsible=(board,))),
        ),
    )


def skelleftea_norsjo() -> GoalMap:
    """A scorecard: vision, strategy, perspectives as columns."""
    shared = said("Deltagarnas upplevelse.")
    return GoalMap(
        vision="Ökad välfärd genom samordning.",
        strategy="Fler får stöd.\nStödet är samlat.",
        perspectives=(
            perspective(
                "Individen",
                goal("Minst 90 % har fått det bättre.", indicators=(shared,)),
                goal(
                    "Minst 90 % närmar sig arbete.", indicators=(shared,), activities=("Kartlägg",)
                ),
            ),
            perspective("Ekonomi", goal("Ekonomi i balans.", indicators=(said("Utfall i kr."),))),
        ),
    )


def ange() -> GoalMap:
    """Running numbers, a table for each goal with numbered result goals."""
    return GoalMap(
        numbering=GoalNumbering.RUNNING,
        perspectives=(
            perspective(
                "",
                goal(
                    "",
                    goal("Deltagare närmar sig arbete."),
                    goal("Fler försörjer sig själva."),
                    heading="Individinriktade insatser",
                    indicators=(said("Deltagarnas nöjdhet."), said("Försörjning före och efter.")),
                ),
                goal(
                    "",
                    goal(
                        "Eget kapital är högst 20 % av driftsbidraget.",
                        indicators=(said("Delårsredovisning."),),
                    ),
                    heading="Finansiella mål",
                ),
            ),
        ),
    )
