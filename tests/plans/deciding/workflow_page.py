"""docs/workflow.md, printed from the workflow's table for somebody to proof-read."""

from finsam.members.permissions import ANY, RULES, Action, Cell, Party
from plans.deciding.workflow import OUT, WORKFLOW, Act, Outward, Step
from plans.models import Plan, PlanVersion
from tests.finsam.members.permissions_page import PARTIES

STATES = dict(Plan.Status.choices)
KINDS = dict(PlanVersion.Kind.choices)
HEAD = """# Så går en plan från utkast till beslut

Den här sidan är utskriven ur tabellen i `plans/deciding/workflow.py`. Ändra där, och skriv sedan ut
den igen: `WRITE_DOCS=1 .venv/bin/pytest -q tests/plans/deciding/test_workflow.py`.

En plan är ett **utkast**, **på samråd**, **hos styrelsen** eller **beslutad**. Den som öppnar en
sida och trycker på en knapp efter att någon annan har hunnit före får veta vem, vad och när, och
ingenting händer. Allt i ett steg händer på en gång eller inte alls: läget, versionen som sparas och
breven.
"""

OUTWARD = """
# Ut

När planen är beslutad går beslutet ut. Det ändrar inte planens läge, och görs när det behövs: en
kompletterad eller reviderad version kan expedieras igen. Expediera, anslå och publicera är tre
skilda handlingar, var och en med sin dag. Den som trycker två gånger skickar en gång.
"""


def page() -> str:
    """The whole page."""
    steps = [line for act, step in WORKFLOW.items() for line in ("", *_step(act, step))]
    out = [OUTWARD, *_out_table(), *(line for row in OUT.values() for line in ("", *_outward(row)))]
    return "\n".join([HEAD, *_table(), *steps, *out]) + "\n"


def _table() -> list[str]:
    rows = [
        f"| {step.button} | {_states(step)} | {_after(step)} | {_who(step)} |"
        for step in WORKFLOW.values()
    ]
    return ["| knapp | när planen är | då blir den | vem |", "|---|---|---|---|", *rows]


def _step(act: Act, step: Step) -> list[str]:
    kinds = " eller ".join(KINDS[kind] for kind in step.freezes) or "ingen ny version"
    kinds += f", med {step.encloses}" if step.encloses else ""
    return [
        f"## {step.button}",
        "",
        f"- **Vem:** {_who(step)}.",
        f"- **När planen är:** {_states(step)}. **Då blir den:** {_after(step)}.",
        f"- **Det krävs:** {' '.join(step.requires) or 'inget mer.'}",
        f"- **Det sparas för alltid:** {kinds}.",
        f"- **Får brev:** {step.tells}.",
    ]


def _out_table() -> list[str]:
    rows = [f"| {row.button} | {_of(row.who)} | {row.tells} |" for row in OUT.values()]
    return ["| knapp | vem | får brev |", "|---|---|---|", *rows]


def _outward(row: Outward) -> list[str]:
    return [
        f"## {row.button}",
        "",
        f"- **Vem:** {_of(row.who)}.",
        f"- **Det krävs:** {' '.join(row.requires) or 'inget mer.'}",
        f"- **Det sparas för alltid:** {row.keeps}.",
        f"- **Får brev:** {row.tells}.",
    ]


def _of(who: Action) -> str:
    row = RULES.get((who, ANY)) or RULES[who, Plan.Status.DECIDED]
    return ", ".join(PARTIES[party] for party in Party if row[party] == Cell.YES)


def _states(step: Step) -> str:
    names = [STATES[state].lower() for state in step.before]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} eller {names[-1]}"


def _after(step: Step) -> str:
    return STATES[step.after].lower() if step.after else "som den är"


def _who(step: Step) -> str:
    row = RULES[step.who, step.before[0]]
    return ", ".join(PARTIES[party] for party in Party if row[party] == Cell.YES)
