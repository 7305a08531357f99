"""docs/permissions.md, printed from the table of permissions for somebody to proof-read."""

from finsam.members.permissions import TABLE, Action, Cell, Party

PARTIES = {
    Party.ADMINISTRATOR: "administratör",
    Party.CHIEF: "förbundschef",
    Party.STAFF: "kansli",
    Party.CHAIR: "ordförande",
    Party.VICE_CHAIR: "vice ordförande",
    Party.BOARD: "styrelse",
    Party.MEMBER: "medlemsrepresentant",
    Party.AUDITOR: "revisor",
    Party.ECONOMIST: "ekonom",
    Party.PREPARATION: "beredningsgrupp",
}
CELLS = {Cell.YES: "ja", Cell.SHARED: "delat", Cell.NO: "–", Cell.NEVER: "aldrig"}
STATES = {
    "any": "",
    "working": "före beslut",
    "draft": "utkast",
    "consultation": "på samråd",
    "review": "hos styrelsen",
    "decided": "beslutad",
}
ACTIONS = {
    Action.SEE_FEDERATION: (
        "Se förbundet",
        "Förbundets sida, dess medlemmar och förbundsordning, och tidigare planer som PDF.",
    ),
    Action.EDIT_FEDERATION: (
        "Ändra förbundets uppgifter",
        "Namn, logotyp, färg, medlemmar, platser i styrelsen, revisorer, regler och möten.",
    ),
    Action.SEE_PEOPLE: (
        "Se personer och inbjudningar",
        "Vem som har vilken roll, plats eller uppdrag, och när personen senast loggade in.",
    ),
    Action.APPOINT: ("Bjuda in och ta bort personer", "Inbjudningar, och vem som har vilken roll."),
    Action.SEE_TRACES: (
        "Läsa spåren",
        "Vem som har ändrat personer, roller, inställningar, läge och beslut.",
    ),
    Action.CLEAR_MATERIAL: (
        "Rensa arbetsmaterial",
        "Bestämma hur länge arbetsmaterialet sparas, och rensa det som är äldre.",
    ),
    Action.SEE_LETTERS: ("Se breven", "Utkorgen: vad som har skickats och till vem."),
    Action.FOUND_FEDERATION: (
        "Lägga till ett förbund",
        "I demoläget får den som är inloggad göra det.",
    ),
    Action.START_PLAN: ("Börja en plan", "Av förra årets plan, av mallen eller av en Word-fil."),
    Action.FILE_PLAN: ("Lägga in tidigare planer", "Som PDF, och ta bort dem igen."),
    Action.READ_PLAN: (
        "Läsa planen",
        "På skärmen, som PDF, som Word och budgeten som Excel, med bilder och alla siffror.",
    ),
    Action.CHECK_PLAN: ("Se kontrollerna", "Vad kontrollerna finner i planen."),
    Action.SEE_HISTORY: (
        "Se historiken",
        "Vem som har ändrat vad, vad som stod före, och papperskorgen.",
    ),
    Action.READ_VERSIONS: (
        "Läsa versioner",
        "De som har skickats till personen och de som gäller eller har gällt; kansliet alla.",
    ),
    Action.SEND_VERSION: (
        "Skicka planen",
        "På samråd och till styrelsen. Planen sparas som den är och går till valda mottagare. "
        "Den ändras aldrig.",
    ),
    Action.READ_DECISION: (
        "Läsa beslut",
        "Det som är godkänt, med protokoll. Uppgifter som inte är godkända ser kansliet och "
        "ordföranden.",
    ),
    Action.RECORD_DECISION: (
        "Fylla i beslutet",
        "Dag, närvaro, jäv, reservationer, att-satser. Där förbundet inte låter ordföranden "
        "godkänna här registreras beslutet med en fil som ordföranden har skrivit under.",
    ),
    Action.APPROVE_DECISION: (
        "Godkänna beslutet",
        "Det kansliet har fyllt i. Då sparas den beslutade versionen, eller planen går tillbaka.",
    ),
    Action.COMPLETE_DECISION: (
        "Komplettera och rätta beslutet",
        "§, dnr, justering, anslag och protokoll; och skrivfel, med skäl. Varje gång sparas en ny "
        "version.",
    ),
    Action.REVISE_PLAN: (
        "Börja revidera planen",
        "Kansliet skriver i den igen. Den beslutade versionen gäller till ett nytt beslut.",
    ),
    Action.CANCEL_REVISION: (
        "Avbryta revideringen",
        "Planen blir åter som den beslutade versionen.",
    ),
    Action.REGISTER_ANSWERS: (
        "Sköta samrådet",
        "Registrera svar som kom i brev, e-post eller på möte, påminna, dra in länkar.",
    ),
    Action.ANNOUNCE_MOTION: (
        "Anmäla ett yrkande",
        "Vad ledamoten tänker yrka på mötet. Det läses av ordföranden och kansliet.",
    ),
    Action.READ_MOTIONS: (
        "Läsa anmälda yrkanden",
        "Den som har anmält ett ser sitt eget.",
    ),
    Action.STATE_OPINION: (
        "Yttra sig formellt",
        "Tillstyrker, återremiss eller avstår, där förbundet har det.",
    ),
    Action.DISPATCH_DECISION: (
        "Expediera beslutet",
        "PDF och beslut till medlemmarna, revisorerna och andra.",
    ),
    Action.PUBLISH_PLAN: (
        "Publicera och ta bort från webben",
        "Det som visas för alla är den version som gäller.",
    ),
    Action.READ_CASE_FILE: (
        "Hämta akten",
        "Allt som är skickat och beslutat, i en fil.",
    ),
    Action.ASK: (
        "Fråga och svara",
        "Om det som personen läser: en version som den har fått, eller ett delat utkast.",
    ),
    Action.RESOLVE_QUESTIONS: (
        "Markera frågor som lösta",
        "Vilka som helst. Den som har frågat får göra det med sin egen.",
    ),
    Action.SHARE_DRAFT: (
        "Dela utkastet",
        "Ge det till en person eller grupp, och ta det tillbaka.",
    ),
    Action.ARRANGE_PLAN: (
        "Ordna planen",
        "Lägga till, flytta, ta bort och ställa in avsnitt, välja numrering, markera som klart, "
        "och ångra eller återställa vad vem som helst har gjort.",
    ),
    Action.WRITE_TEXT: (
        "Skriva text",
        "Titeln, och avsnittens rubriker och texter med bilder och siffror.",
    ),
    Action.WRITE_GOALS: (
        "Skriva mål",
        "Vision, strategi, perspektiv, mål, aktiviteter och mått.",
    ),
    Action.WRITE_INTERVENTIONS: (
        "Skriva insatser",
        "Insatserna, vilka mål de bidrar till och vilka budgetrader som betalar dem.",
    ),
    Action.WRITE_BUDGET: (
        "Skriva budget",
        "Rader, kolumner och belopp, hur budgeten visas, och vems bidrag en rad är.",
    ),
}
HEAD = """# Vem som får vad

Den här sidan är utskriven ur tabellen i `finsam/members/permissions.py`. Ändra där, och skriv
sedan ut den igen: `WRITE_DOCS=1 .venv/bin/pytest -q tests/finsam/members/test_permissions.py`.

- **ja**: får.
- **delat**: får, om kansliet har delat utkastet med personen eller personens grupp för just det.
- **–**: får inte.
- **aldrig**: får inte, och hindrar: den som är revisor får inte också ändra, vilka andra roller
  personen än har.

Den som har flera roller får allt som någon av dem får, utom det som en av dem förbjuder. Den som
inte hör till förbundet får veta att sidan inte finns. Den som hör dit men inte får, får veta
varför. Det som inte står i tabellen får ingen: i en beslutad plan skriver ingen.
"""
SHARING = """
## Att dela ett utkast

Den som utkastet är delat med kan läsa hela planen, och skriva i de delar som kansliet har valt:
texten, målen, insatserna eller budgeten. Den som skriver i en del kan ångra det som den själv har
gjort där. En grupp är beredningsgruppen, ekonomen eller ordföranden, och den som är av den just
då. Delningen slutar när planen är beslutad, då läser alla i förbundet den.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_table(), "", "## Vad det betyder", "", *_meanings(), SHARING])


def _table() -> list[str]:
    head, *rows = (line.split() for line in TABLE.splitlines() if line)
    names = " | ".join(PARTIES[Party(name)] for name in head[2:])
    return [f"| | läge | {names} |", "|---" * len(head) + "|", *map(_row, rows)]


def _row(row: list[str]) -> str:
    action, state, *cells = row
    words = " | ".join(CELLS[Cell(cell)] for cell in cells)
    return f"| {ACTIONS[Action(action)][0]} | {STATES[state]} | {words} |"


def _meanings() -> list[str]:
    return [f"- **{name}.** {text}" for name, text in (ACTIONS[action] for action in Action)]
