"""What was left out or changed, counted, in sentences for the person."""

from collections import Counter

PICTURE = ("En bild togs inte med.", "{} bilder togs inte med.")
DRAWING = (
    "Ett diagram eller en ritad figur togs inte med.",
    "{} diagram eller ritade figurer togs inte med.",
)
LINKED_PICTURE = (
    "En bild ligger utanför Word-filen och togs inte med.",
    "{} bilder ligger utanför Word-filen och togs inte med.",
)
BROKEN_PICTURE = (
    "En bild var trasig eller för stor och togs inte med.",
    "{} bilder var trasiga eller för stora och togs inte med.",
)
NO_ALT = (
    "En bild saknar beskrivning (alternativtext). Skriv vad den visar.",
    "{} bilder saknar beskrivning (alternativtext). Skriv vad de visar.",
)
TEXT_BOX = (
    "Texten i en textruta står efter det stycke som rutan hörde till.",
    "Texten i {} textrutor står efter de stycken som rutorna hörde till.",
)
FORMULA = ("En formel är tagen som vanlig text.", "{} formler är tagna som vanlig text.")
SYMBOL = (
    "Ett tecken ur ett symboltypsnitt togs inte med.",
    "{} tecken ur symboltypsnitt togs inte med.",
)
DELETED = (
    "Text som var markerad som borttagen togs inte med.",
    "Text som var markerad som borttagen togs inte med.",
)
HIDDEN = ("Dold text togs inte med.", "Dold text togs inte med.")
COMMENT = ("En kommentar togs inte med.", "{} kommentarer togs inte med.")
CONTENTS = (
    "Innehållsförteckningen togs inte med. Planen gör en egen.",
    "Innehållsförteckningen togs inte med. Planen gör en egen.",
)
MARGINS = (
    "Sidhuvud och sidfot togs inte med.",
    "Sidhuvud och sidfot togs inte med.",
)
INNER_TABLE = ("En tabell inne i en tabell blev text.", "{} tabeller inne i tabeller blev text.")
JOINED_TABLE = (
    "En tabell som var delad i två sattes ihop.",
    "{} tabeller som var delade sattes ihop.",
)
RESTARTED = (
    "En numrerad lista som avbröts av text börjar om på 1.",
    "{} numrerade listor som avbröts av text börjar om på 1.",
)
NUMBERS = (
    "Numren i rubrikerna togs bort. Planen numrerar själv.",
    "Numren i rubrikerna togs bort. Planen numrerar själv.",
)
GUESSED = (
    "Dokumentet saknar rubrikformat. Korta stycken i fet eller stor stil, eller med nummer, blev "
    "rubriker: kontrollera dem.",
) * 2
NO_HEADINGS = ("Dokumentet har inga rubriker, så texten blev ett enda avsnitt.",) * 2
HEADING_NOTE = (
    "En fotnot i en rubrik står först i avsnittets text.",
    "{} fotnoter i rubriker står först i avsnittens text.",
)


class Remarks:
    """Collects what happened; each kind is told once, with its number."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._said: list[str] = []

    def add(self, kind: tuple[str, str], count: int = 1) -> None:
        """Counts one more of a kind (a sentence for one, a sentence for many)."""
        if count:
            self._counts[kind] += count

    def say(self, sentence: str) -> None:
        """A sentence of its own."""
        self._said.append(sentence)

    def sentences(self) -> tuple[str, ...]:
        """Everything in the order in which each kind was first met."""
        counted = (
            one if count == 1 else many.format(count) for (one, many), count in self._counts.items()
        )
        return (*counted, *self._said)


def foreign_picture(name: str) -> tuple[str, str]:
    """The kind of a picture in a format that a plan cannot hold: "EMF"."""
    return (
        f"En bild i formatet {name} togs inte med.",
        "{} bilder i formatet " + name + " togs inte med.",
    )
