"""What the skeleton asks under each heading, for the writer to answer and replace."""

INTRODUCTION = (
    "När bildades förbundet, och vilka är medlemmar i dag?",
    "Vilken tid gäller planen, och vad är det viktigaste som den säger?",
)
TASK = (
    "Vad ska förbundet göra enligt lagen och förbundsordningen?",
    "Vad vill medlemmarna uppnå tillsammans som ingen av dem når ensam?",
)
ORGANISATION = (
    "Hur ofta träffas styrelsen, och vad har den bestämt att själv besluta om?",
    "Vilka arbetar på kansliet, och vilka grupper bereder och styr insatserna?",
)
TARGETS = (
    "Vilka människor är insatserna till för, och hur vet ni att de behöver samordnat stöd?",
    "Finns det grupper som går först under året, och varför?",
)
VISION = ("Hur har det blivit för dem som insatserna är till för, när förbundet har lyckats?",)
GOALS = (
    "Vilka få mål ska styra året?",
    "Hur märks det att ett mål är nått, vem följer det och hur ofta?",
)
DIRECTION = (
    "Vad visar behovsanalysen och uppföljningen av förra året?",
    "Vad ska förbundet göra mer av, mindre av och på ett nytt sätt?",
)
INTERVENTIONS = (
    "Vilka insatser fortsätter, vilka avslutas och vilka är nya?",
    "Vem är huvudman för var och en, hur många ska den nå och hur länge pågår den?",
)
FOLLOW_UP = (
    "Hur och när följs mål och insatser upp, och vem får veta resultatet?",
    "Vad gör styrelsen när något inte går som planerat?",
)
BUDGET = (
    "Vad bygger budgeten på: preliminär eller slutlig tilldelning, och vilken prognos för det "
    "egna kapitalet?",
    "Om kostnaderna är större än intäkterna, varför är det rimligt?",
)
CONTRIBUTIONS = (
    "Hur delas bidraget mellan kommunerna, och var står det?",
    "Avviker fördelningen mellan staten, regionen och kommunerna från lagens, och varför?",
)


def asked(questions: tuple[str, ...]) -> str:
    """Questions as the text of a section, a slanted paragraph for each."""
    return "".join(f"<p><em>{question}</em></p>" for question in questions)
