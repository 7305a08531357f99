"""Generated plans: whatever a file may hold, every reference right."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from uuid import UUID, uuid5

from hypothesis import strategies as st
from PIL import Image

from budgets.sheet import (
    TOTAL,
    Column,
    ComputedRow,
    Line,
    Printed,
    ShareEntry,
    ShareKey,
    Sheet,
)
from finsam.federations.profile import DecisionWord, EquityStep, FederationProfile, Logo, Rules
from finsam.members.profile import MemberKind, MemberProfile, Seat, SeatKind
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
from plans.document.content import (
    Block,
    BudgetBlock,
    ContributionsBlock,
    Decision,
    DecisionKind,
    DecisionSubject,
    GoalLabels,
    GoalLayout,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    Picture,
    PlanContent,
    Section,
    Status,
    TextBlock,
)
from plans.document.html.sanitise import sanitise
from tests.budgets.strategies import sheets

SPACE = UUID("5f4cbb1c-8d2f-4b38-9d11-b7a2c1b7a0a5")
DAYS = st.none() | st.dates(date(2004, 1, 1), date(2100, 12, 31))
AMOUNTS = st.integers(-(10**12), 10**12)


def texts(longest: int = 60) -> st.SearchStrategy[str]:
    """Any text that a file may hold: no NUL, no half of a surrogate pair."""
    alphabet = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.text(alphabet, max_size=min(longest, 60))


def names() -> st.SearchStrategy[str]:
    """Any name of a thing: one line that is not blank."""
    return texts().map(lambda text: " ".join(text.split())).filter(_is_name)


def _is_name(text: str) -> bool:
    return text.splitlines() == [text]


def key(*path: object) -> UUID:
    """A key of its own for every place in the plan."""
    return uuid5(SPACE, "/".join(map(str, path)))


def png(size: tuple[int, int] = (2, 1)) -> bytes:
    """A small picture."""
    file = BytesIO()
    Image.new("RGB", size, "#1b4c68").save(file, "PNG")
    return file.getvalue()


PNG = b64encode(png()).decode()


def htmls(figures: Sequence[str], pictures: Sequence[UUID]) -> st.SearchStrategy[str]:
    """Clean text with figures and pictures that exist."""
    parts = [
        texts().map("<p>{}</p>".format),
        texts().map("<ul><li>{}</li></ul>".format),
        *(st.just(f'<p><span data-figure="{name}"></span></p>') for name in figures[:3]),
        *(st.just(f'<p><img data-picture="{name}" alt="Bild"></p>') for name in pictures),
    ]
    return st.lists(st.one_of(parts), max_size=2).map(lambda found: sanitise("".join(found)))


@st.composite
def federations(draw: st.DrawFn) -> FederationProfile:
    return FederationProfile(
        slug="exempelforbundet",
        name=draw(names()),
        short_name=draw(names()),
        accent=draw(st.sampled_from(["#1b4c68", "#6d2e46", "#2c5a3c"])),
        seat=draw(texts()),
        email=draw(st.sampled_from(["", "kansli@example.se"])),
        website=draw(st.sampled_from(["", "https://example.se/om"])),
        established_on=draw(DAYS),
        statutes=draw(texts()),
        has_cover_band=draw(st.booleans()),
        logo=draw(st.none() | st.just(Logo(media_type="image/png", data=PNG))),
        rules=draw(rules()),
    )


def rules() -> st.SearchStrategy[Rules]:
    steps = st.builds(EquityStep, above=st.integers(0, 10**9), percent=st.integers(0, 100))
    return st.builds(
        Rules,
        equity_steps=st.lists(steps, max_size=2).map(tuple),
        equity_base=st.sampled_from(["contributions", "income"]),
        equity_floor=st.none() | AMOUNTS,
        equity_source=texts(),
        decision_day=st.sampled_from(["", "11-30"]),
        decision_word=st.sampled_from(DecisionWord),
        disabled_checks=st.dictionaries(texts(20), texts(), max_size=2),
    )


def periods() -> st.SearchStrategy[tuple[date | None, date | None]]:
    def ordered(days: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
        first, last = days
        return (last, first) if first and last and last < first else days

    return st.tuples(DAYS, DAYS).map(ordered)


@st.composite
def members(draw: st.DrawFn) -> tuple[MemberProfile, ...]:
    return tuple(draw(member(index)) for index in range(draw(st.integers(0, 3))))


@st.composite
def member(draw: st.DrawFn, index: int) -> MemberProfile:
    joined_on, left_on = draw(periods())
    return MemberProfile(
        key=key("member", index),
        name=draw(names()),
        kind=draw(st.sampled_from(MemberKind)),
        short_name=draw(texts()),
        official_address=draw(st.sampled_from(["", "registrator@example.se"])),
        joined_on=joined_on,
        left_on=left_on,
        seats=tuple(draw(st.lists(seats(), max_size=2))),
    )


def seats() -> st.SearchStrategy[Seat]:
    return st.builds(
        lambda kind, holder, period: Seat(
            kind=kind, holder=holder, starts_on=period[0], ends_on=period[1]
        ),
        st.sampled_from(SeatKind),
        texts(),
        periods(),
    )


@st.composite
def goal_maps(draw: st.DrawFn) -> GoalMap:
    perspectives = tuple(
        Perspective(
            key=key("perspective", index),
            name=draw(texts()),
            goals=draw(goals(f"{index}", deep=True)),
        )
        for index in range(draw(st.integers(0, 2)))
    )
    known = [goal.key for one in perspectives for root in one.goals for goal in root.walk()]
    return GoalMap(
        vision=draw(texts()),
        strategy=draw(texts()),
        numbering=draw(st.sampled_from(GoalNumbering)),
        perspectives=perspectives,
        interventions=tuple(
            draw(intervention(index, known)) for index in range(draw(st.integers(0, 2)))
        ),
    )


@st.composite
def goals(draw: st.DrawFn, path: str, deep: bool) -> tuple[Goal, ...]:
    return tuple(
        Goal(
            key=key("goal", path, index),
            text=draw(texts().filter(str.strip)),
            heading=draw(texts()),
            responsible=tuple(draw(st.lists(texts(), max_size=2))),
            activities=tuple(
                Activity(key=key("activity", path, index, at), text=draw(texts()))
                for at in range(draw(st.integers(0, 2)))
            ),
            indicators=tuple(
                draw(indicator(key("indicator", path, index, at)))
                for at in range(draw(st.integers(0, 2)))
            ),
            goals=draw(goals(f"{path}/{index}", deep=False)) if deep else (),
        )
        for index in range(draw(st.integers(0, 2)))
    )


@st.composite
def indicator(draw: st.DrawFn, own: UUID) -> Indicator:
    is_qualitative = draw(st.booleans())
    target = draw(st.none() | st.decimals(-1000, 1000, places=draw(st.integers(0, 3))))
    volumes_of = draw(st.none() | st.sampled_from(Level))
    has_target = not is_qualitative and volumes_of is None
    return Indicator(
        key=own,
        sentence=draw(texts()),
        is_qualitative=is_qualitative,
        comparator=draw(st.none() | st.sampled_from(Comparator)),
        target=Decimal(target) if has_target and target is not None else None,
        unit=draw(texts()),
        volumes_of=None if is_qualitative else volumes_of,
    )


@st.composite
def intervention(draw: st.DrawFn, index: int, known: Sequence[UUID]) -> Intervention:
    starts_on, ends_on = draw(periods())
    return Intervention(
        key=key("intervention", index),
        name=draw(names()),
        level=draw(st.sampled_from(Level)),
        owner=draw(texts()),
        html=draw(htmls((), ())),
        starts_on=starts_on,
        ends_on=ends_on,
        volume=draw(st.none() | st.integers(0, 10_000)),
        volume_unit=draw(texts()),
        is_esf=draw(st.booleans()),
        goals=tuple(draw(st.lists(st.sampled_from(known), unique=True))) if known else (),
    )


@st.composite
def budgets(
    draw: st.DrawFn, own: tuple[MemberProfile, ...], paid: tuple[Intervention, ...]
) -> Sheet:
    sheet = draw(sheets())
    who = st.sampled_from([None, *(one.key for one in own)])
    what = st.sampled_from([None, *(one.key for one in paid)])

    def tied(line: Line) -> Line:
        below = tuple(tied(child) for child in line.lines)
        empty = [] if below else [c.name for c in sheet.columns if c.name not in line.amounts]
        unread = {name: "7oo" for name in empty[:1] if draw(st.booleans())}
        return replace(line, member=draw(who), intervention=draw(what), unread=unread, lines=below)

    return replace(
        sheet,
        title=draw(texts()),
        columns=tuple(
            replace(column, copied_from=draw(texts())) for column in _opened(sheet.columns)
        ),
        previous_allocation=draw(st.none() | AMOUNTS),
        income=tuple(map(tied, sheet.income)),
        costs=tuple(map(tied, sheet.costs)),
        printed=_printed(sheet),
        share_key=draw(st.none() | share_keys(own)),
    )


def share_keys(own: tuple[MemberProfile, ...]) -> st.SearchStrategy[ShareKey]:
    figures = st.lists(st.integers(0, 10**6), min_size=len(own), max_size=len(own))
    return st.builds(
        ShareKey,
        basis=texts(),
        as_of=DAYS,
        decimals=st.integers(0, 3),
        entries=figures.map(
            lambda found: tuple(
                ShareEntry(member=one.key, figure=figure)
                for one, figure in zip(own, found, strict=True)
            )
        ),
    )


def _opened(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    years = {column.name: column.year for column in columns}
    return tuple(
        column
        if years.get(column.opens_from) == column.year - 1
        else replace(column, opens_from="")
        for column in columns
    )


def _printed(sheet: Sheet) -> tuple[Printed, ...]:
    rows = [str(line.key) for _, line in sheet.walk()][:1]
    return tuple(
        Printed(row=row, column=TOTAL, amount=1, source="Tabell 1")
        for row in [*rows, ComputedRow.RESULT]
    )


@st.composite
def sections(
    draw: st.DrawFn, path: str, text: st.SearchStrategy[str], block: st.SearchStrategy[Block]
) -> tuple[Section, ...]:
    is_top = path == ""
    return tuple(
        Section(
            key=key("section", path, index),
            heading=draw(names()),
            html=draw(text),
            block=draw(block),
            is_appendix=is_top and draw(st.booleans()),
            is_done=draw(st.booleans()),
            sections=draw(sections(f"{index}", text, block)) if is_top else (),
        )
        for index in range(draw(st.integers(0, 2)))
    )


def blocks(goal_map: GoalMap, sheet: Sheet | None) -> st.SearchStrategy[Block]:
    walked = [] if sheet is None else [line for _, line in sheet.walk()]
    groups = [line.key for line in walked if line.is_group]
    columns = [] if sheet is None else [column.name for column in sheet.columns]
    perspectives = [perspective.key for perspective in goal_map.perspectives]
    return st.one_of(
        st.just(TextBlock()),
        st.just(ContributionsBlock()),
        st.just(OrganisationBlock()),
        st.builds(InterventionsBlock, level=st.none() | st.sampled_from(Level)),
        st.builds(
            GoalsBlock,
            layout=st.sampled_from(GoalLayout),
            perspective=st.sampled_from([None, *perspectives]),
            labels=st.builds(GoalLabels, goal=texts(), indicators=texts()),
        ),
        st.builds(
            BudgetBlock,
            depth=st.none() | st.integers(1, 8),
            branch=st.sampled_from([None, *groups]),
            columns=st.just(tuple(columns)) | st.just(()),
            has_chart=st.booleans(),
        ),
    )


@st.composite
def decisions(draw: st.DrawFn) -> tuple[Decision, ...]:
    dates = draw(st.lists(st.dates(date(2020, 1, 1), date(2024, 1, 1)), max_size=3, unique=True))
    return tuple(
        Decision(
            kind=DecisionKind.REVISED if index else DecisionKind.DECIDED,
            decided_on=day,
            minutes_paragraph=draw(texts(20)),
            registry_number=draw(texts(60)),
            note=draw(texts()),
            subject=draw(st.sampled_from(DecisionSubject)),
        )
        for index, day in enumerate(sorted(dates))
    )


@st.composite
def plans(draw: st.DrawFn) -> PlanContent:
    """A whole plan; with or without a budget, decided or not."""
    own, goal_map = draw(members()), draw(goal_maps())
    sheet = draw(st.none() | budgets(own, goal_map.interventions))
    pictures = tuple(
        Picture(key=key("picture", at), media_type="image/png", alt="Bild", data=PNG)
        for at in range(draw(st.integers(0, 2)))
    )
    columns = [] if sheet is None else [column.name for column in sheet.columns]
    figures = [] if sheet is None else [f"{row}/{TOTAL}" for row in ComputedRow]
    figures = [f"{ComputedRow.RESULT}/{name}" for name in columns[:2]] + figures
    text = htmls(figures, [picture.key for picture in pictures])
    decided = draw(decisions())
    return PlanContent(
        federation=draw(federations()),
        members=own,
        year=draw(st.integers(2004, 2100)),
        title=draw(names()),
        subtitle=draw(texts()),
        status=draw(st.sampled_from([s for s in Status if decided or s is not Status.DECIDED])),
        numbering_depth=draw(st.integers(0, 2)),
        decisions=decided,
        sections=draw(sections("", text, blocks(goal_map, sheet))),
        goal_map=goal_map,
        budget=sheet,
        pictures=pictures,
    )
