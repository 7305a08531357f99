"""Why a file or a paste cannot become a plan."""


class WordRefused(Exception):
    """What was given cannot be read; the message says in Swedish why and what to do."""


ASK_FOR_DOCX = (
    "Öppna den i Word, välj Spara som och typen Word-dokument (.docx), och ladda upp den."
)
NOT_WORD = (
    "Filen är inte ett Word-dokument (.docx). Öppna planen i Word, välj Spara som och typen "
    "Word-dokument (.docx), och ladda upp den filen."
)
DAMAGED = (
    "Word-filen är skadad och går inte att läsa. "
    "Öppna den i Word, spara den på nytt och försök igen."
)
TOO_LARGE = "Word-filen är större än 30 MB. Ta bort eller krymp bilder i den och försök igen."
TOO_MUCH = (
    "Word-filen innehåller för mycket för att vara en plan. Spara planens text i en egen fil."
)
EMPTY = "Det finns ingen text i dokumentet. Kontrollera att det är rätt fil."
TOO_MANY_HEADINGS = (
    "Dokumentet har fler än 300 rubriker på de två översta nivåerna. "
    "Gör om dem som är brödtext i Word och försök igen."
)
