"""`shares`: the state's, the region's and the municipalities' parts of the contributions (5 §)."""

from collections.abc import Iterator, Sequence
from datetime import date

from budgets.formatting import percent_text
from finsam.federations.national import NationalNumber, NationalRules, RuleCode
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.checks.basis import Basis
from plans.document.checks.contributions import Part, Tied, parts, tied_lines
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.words import Words
from plans.document.document import Document

CODE = "shares"

RULES = {
    MemberKind.STATE_AGENCY: RuleCode.STATE_SHARE,
    MemberKind.REGION: RuleCode.REGION_SHARE,
    MemberKind.MUNICIPALITY: RuleCode.MUNICIPAL_SHARE,
}

NAMES = {
    MemberKind.STATE_AGENCY: ("staten", "staten"),
    MemberKind.REGION: ("regionen", "regionerna"),
    MemberKind.MUNICIPALITY: ("kommunen", "kommunerna"),
}
"""One member with a contribution, or several."""


def check(document: Document, basis: Basis) -> Iterator[Finding]:
    """Every column whose contributions are not split as the law in force that year says.

    Nothing is said of a column without contributions. Where a kind of member has no line of its
    own no column can be judged, and that is said once.
    """
    sheet, figures = document.content.budget, document.figures
    if sheet is None or figures is None:
        return
    tied = tied_lines(document.content, sheet)
    if len(tied) < 2 or not any(tied.values()):
        return
    if not all(tied.values()):
        yield _untied(tied, document.content.members)
        return
    words = Words(sheet)
    for column in sheet.columns:
        numbers = _numbers(basis.rules, column.year)
        percents = {kind: number.percent for kind, number in numbers.items()}
        found = parts(sheet, figures, tied, column.name, percents) if numbers else ()
        if any(part.is_off for part in found):
            source = numbers[MemberKind.STATE_AGENCY].source
            yield _finding(words, column.name, found, tied, source)


def _numbers(rules: NationalRules, year: int) -> dict[MemberKind, NationalNumber]:
    """The law's number for each kind when the year begins; none where one is not known."""
    found = {kind: rules.valid_on(code, date(year, 1, 1)) for kind, code in RULES.items()}
    known = {kind: number for kind, number in found.items() if number is not None}
    return known if len(known) == len(RULES) else {}


def _untied(tied: Tied, members: Sequence[MemberProfile]) -> Finding:
    kinds = [member.kind for member in members]
    missing = [kind for kind, lines in tied.items() if not lines]
    names = " eller ".join(NAMES[kind][kinds.count(kind) > 1] for kind in missing)
    return Finding(
        code=CODE,
        severity=Severity.WARN,
        fact="Det går inte att se om bidragen är delade som lagen säger.",
        detail=f"Ingen rad bland intäkterna är bidraget från {names}. "
        "Ange på raden vilken medlem som betalar.",
        place="contributions",
    )


def _finding(words: Words, column: str, found: Sequence[Part], tied: Tied, source: str) -> Finding:
    return Finding(
        code=CODE,
        severity=Severity.WARN,
        fact=f"Medlemmarnas bidrag i {words.column(column)} är inte delade som lagen säger.",
        detail=" ".join(
            [
                *_state_against_others(words, found, tied),
                *(_sentence(words, part, found, tied) for part in found),
                f"Källa: {source}.",
            ]
        ),
        place=f"contributions/{column}",
    )


def _state_against_others(words: Words, found: Sequence[Part], tied: Tied) -> Iterator[str]:
    """How far the state is from the others together, where the law has them equal."""
    state, *others = found
    rest = sum(part.paid for part in others)
    is_half = state.percent == sum(part.percent for part in others)
    if not is_half or not state.is_off:
        return
    unit = words.unit((state.paid, rest))
    less = "mindre" if state.paid < rest else "mer"
    together = " och ".join(_name(part.kind, tied) for part in others)
    tail = " tillsammans" if len(others) > 1 else ""
    difference = words.amount(abs(state.paid - rest), unit)
    yield f"Staten bidrar med {difference} {less} än {together}{tail}."


def _sentence(words: Words, part: Part, found: Sequence[Part], tied: Tied) -> str:
    unit = words.unit(*((other.paid, other.due) for other in found))
    difference = words.amount(abs(part.paid - part.due), unit)
    off = f", {difference} för {'lite' if part.paid < part.due else 'mycket'}"
    return (
        f"{_name(part.kind, tied).capitalize()} bidrar med {words.amount(part.paid, unit)}, "
        f"delen är {words.amount(part.due, unit)} ({percent_text(part.percent.normalize())})"
        f"{off if part.paid != part.due else ''}."
    )


def _name(kind: MemberKind, tied: Tied) -> str:
    payers = {line.member for line in tied[kind]}
    return NAMES[kind][len(payers) > 1]
