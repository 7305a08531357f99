"""docs/workflow.md, printed from the workflow's table for somebody to proof-read."""

from finsam.members.permissions import RULES, Cell, Party
from plans.deciding.workflow import WORKFLOW, Act, Step
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


def page() -> str:
    """The whole page."""
    steps = [line for act, step in WORKFLOW.items() for line in ("", *_step(act, step))]
    return "\n".join([HEAD, *_table(), *steps]) + "\n"


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


def _states(step: Step) -> str:
    names = [STATES[state].lower() for state in step.before]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} eller {names[-1]}"


def _after(step: Step) -> str:
    return STATES[step.after].lower() if step.after else "som den är"


def _who(step: Step) -> str:
    row = RULES[step.who, step.before[0]]
    return ", ".join(PARTIES[party] for party in Party if row[party] == Cell.YES)
