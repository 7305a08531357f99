"""Broken files: each gets one message per fault, with the place, what was expected, what stood."""

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFile

from finsam.federations.profile import DecisionWord
from plans.document.content import BudgetBlock, DecisionSubject, PlanContent
from plans.document.fileformat import FileFaults, content_of, plan_bytes
from tests.strategies.plans import PNG, png

Tree = dict[str, Any]
Break = Callable[[Tree], object]

KEY = "00000000-0000-4000-8000-{:012d}".format
MB = 1024 * 1024


def plan() -> Tree:
    """A small whole plan, as somebody would write it by hand."""
    return {
        "format": 5,
        "federation": {
            "slug": "fjallbygden",
            "name": "Samordningsförbundet Fjällbygden",
            "short_name": "Fjällbygden",
            "accent": "#1b4c68",
        },
        "members": [
            {"key": KEY(1), "name": "Bergs kommun", "kind": "municipality"},
            {"key": KEY(2), "name": "Region Fjäll", "kind": "region"},
        ],
        "year": 2025,
        "title": "Verksamhetsplan 2025",
        "sections": [
            {
                "key": KEY(10),
                "heading": "Budget",
                "html": "<p>Vi räknar med 368 tkr.</p>",
                "block": {"kind": "budget", "branch": KEY(20)},
                "sections": [{"key": KEY(11), "heading": "Mål", "block": {"kind": "goals"}}],
            }
        ],
        "goal_map": {
            "perspectives": [
                {
                    "key": KEY(30),
                    "goals": [
                        {
                            "key": KEY(31),
                            "text": "Fler i arbete",
                            "indicators": [{"key": KEY(32), "sentence": "70 %", "target": "70"}],
                        }
                    ],
                }
            ],
            "interventions": [
                {"key": KEY(40), "name": "Vägen", "level": "individual", "goals": [KEY(31)]}
            ],
        },
        "budget": {
            "columns": [
                {"year": 2024, "kind": "forecast"},
                {"year": 2025, "kind": "budget", "opens_from": "forecast-2024"},
            ],
            "income": [
                {
                    "key": KEY(20),
                    "label": "Bidrag",
                    "lines": [
                        {
                            "key": KEY(21),
                            "label": "Berg",
                            "member": KEY(1),
                            "amounts": {"budget-2025": 368000},
                        }
                    ],
                }
            ],
            "printed": [{"row": KEY(21), "column": "total", "amount": 368000}],
            "share_key": {"basis": "invånare", "entries": [{"member": KEY(1), "figure": 10}]},
        },
        "pictures": [{"key": KEY(50), "media_type": "image/png", "alt": "Karta", "data": PNG}],
    }


def faults(data: bytes) -> list[str]:
    """What is said of a file; nothing if it is in order."""
    try:
        content_of(data)
    except FileFaults as refused:
        return [str(fault) for fault in refused.faults]
    return []


def faults_of(tree: Tree) -> list[str]:
    return faults(json.dumps(tree).encode())


def put(place: str, value: object) -> Break:
    """Breaks the plan at a JSON pointer."""

    def broken(tree: Tree) -> None:
        *above, last = place.split("/")[1:]
        target: Any = tree
        for step in above:
            target = target[int(step)] if isinstance(target, list) else target[step]
        target[int(last) if isinstance(target, list) else last] = value

    return broken


def test_the_plan_that_these_tests_break_is_in_order() -> None:
    assert faults_of(plan()) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "(hela filen): väntade en plan i JSON, fick en tom fil"),
        (b" \n", "(hela filen): väntade en plan i JSON, fick en tom fil"),
        (b"%PDF-1.7", "(hela filen): väntade JSON, fick något annat på rad 1, tecken 1"),
        (b'{"format": 1,\n}', "(hela filen): väntade JSON, fick något annat på rad 2, tecken 1"),
        (b"[]", "(hela filen): väntade ett objekt, fick en lista"),
        (b"\xff\xfe{", "(hela filen): väntade UTF-8, fick andra tecken vid byte 0"),
        (
            b"\xef\xbb\xbf{}",
            "(hela filen): väntade UTF-8 utan byteordningsmärke (BOM), fick ett sådant först",
        ),
        (
            b'{"year": 1e999}',
            "(hela filen): väntade tal med högst 30 siffror, fick talet 1e999",
        ),
        (
            b'{"year": ' + b"9" * 31 + b"}",
            f"(hela filen): väntade tal med högst 30 siffror, fick talet {'9' * 31}",
        ),
        (b'{"year": NaN}', "(hela filen): väntade tal enligt JSON, fick NaN"),
        (
            b"[" * 100_000,
            "(hela filen): väntade högst 60 nivåer av listor och objekt, fick fler",
        ),
        (b" " * (26 * MB), "(hela filen): väntade högst 25 MB, fick 26,0 MB"),
        (b"{}", "/format: väntade ett filformat som finns (högst 5), fick ingenting"),
        (
            b'{"format": 6}',
            "/format: väntade ett filformat som finns (högst 5), fick talet 6",
        ),
        (
            b'{"format": true}',
            "/format: väntade ett filformat som finns (högst 5), fick true",
        ),
    ],
)
def test_what_is_no_plan_at_all_is_told_in_one_line(data: bytes, message: str) -> None:
    assert faults(data) == [message]


def test_26_mb_are_refused_before_they_are_parsed() -> None:
    data = b"[" * (26 * MB)
    assert faults(data) == ["(hela filen): väntade högst 25 MB, fick 26,0 MB"]


@pytest.mark.parametrize("levels", [70, 200, 900])
def test_nesting_below_what_json_allows_is_still_refused(levels: int) -> None:
    deep: list[Any] = []
    for _ in range(levels):
        deep = [deep]
    assert faults_of(plan() | {"members": deep}) == [
        f"/members{'/0' * 60}: väntade högst 60 nivåer av listor och objekt, fick fler"
    ]


def test_a_member_written_twice_in_an_object_is_a_fault() -> None:
    text = json.dumps(plan()).replace('"year": 2025,', '"year": 2025, "year": 2026,', 1)
    assert faults(text.encode()) == ["/year: väntade namnet en gång, fick det flera gånger"]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (put("/year", "2025"), '/year: väntade ett heltal, fick texten "2025"'),
        (put("/title", None), "/title: väntade en text, fick null"),
        (put("/colour", "red"), '/colour: väntade inget fält med det namnet, fick texten "red"'),
        (put("/sections", {}), "/sections: väntade en lista, fick ett objekt"),
        (put("/status", "klar"), '/status: väntade ett av "draft", "consultation", "review" '
         'eller "decided", fick texten "klar"'),
        (put("/members/0/key", "berg"), '/members/0/key: väntade en nyckel (UUID), '
         'fick texten "berg"'),
        (put("/members/0/joined_on", "2024-02-30"), "/members/0/joined_on: väntade ett datum "
         '(ÅÅÅÅ-MM-DD), fick texten "2024-02-30"'),
        (put("/budget/income/0/lines/0/amounts/budget-2025", "12 000"),
         "/budget/income/0/lines/0/amounts/budget-2025: väntade ett heltal i kronor, "
         'fick texten "12 000"'),
        (put("/budget/income/0/lines/0/amounts/budget-2025", 12.5),
         "/budget/income/0/lines/0/amounts/budget-2025: väntade ett heltal i kronor, "
         "fick talet 12.5"),
        (put("/sections/0/block", {"kind": "budget", "depth": True}),
         "/sections/0/block/depth: väntade ett heltal, fick true"),
        (put("/sections/0/block", {"kind": "karta"}),
         "/sections/0/block: väntade ett av \"text\", \"goals\", \"budget\", \"interventions\", "
         "\"contributions\", \"organisation\", fick ett objekt"),
        (put("/sections/0/block", {}),
         '/sections/0/block: väntade ett objekt med fältet "kind", fick ett objekt'),
        (put("/goal_map/perspectives/0/goals/0/indicators/0/target", "många"),
         "/goal_map/perspectives/0/goals/0/indicators/0/target: väntade ett decimaltal, "
         'fick texten "många"'),
        (put("/title", "a\0b"), "/title: väntade text utan NUL och halva surrogatpar, "
         'fick texten "a\\u0000b"'),
    ],
)  # fmt: skip
def test_a_wrong_type_is_told_with_its_place(broken: Break, message: str) -> None:
    tree = plan()
    broken(tree)
    assert faults_of(tree) == [message]


def test_half_a_surrogate_pair_is_told_with_its_place() -> None:
    assert faults_of(plan() | {"title": "\ud800"}) == [
        '/title: väntade text utan NUL och halva surrogatpar, fick texten "\\ud800"'
    ]


def test_a_member_named_by_half_a_surrogate_pair_is_told_in_words_that_can_be_written() -> None:
    assert faults_of(plan() | {"\ud800": "\ud800"}) == [
        '(hela filen): väntade namn utan NUL och halva surrogatpar, fick texten "\\ud800"',
        '/\\ud800: väntade text utan NUL och halva surrogatpar, fick texten "\\ud800"',
    ]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (put("/members/1/key", KEY(1)), "/members/1/key: väntade en egen nyckel, "
         f'fick "{KEY(1)}", som också står på /members/0/key'),
        (put("/sections/0/sections/0/key", KEY(10)), "/sections/0/sections/0/key: väntade en egen "
         f'nyckel, fick "{KEY(10)}", som också står på /sections/0/key'),
        (put("/budget/income/0/lines/0/member", KEY(9)), "/budget/income/0/lines/0/member: väntade "
         f'nyckeln till en medlem i filen, fick texten "{KEY(9)}"'),
        (put("/budget/income/0/lines/0/intervention", KEY(9)),
         "/budget/income/0/lines/0/intervention: väntade nyckeln till en insats i filen, "
         f'fick texten "{KEY(9)}"'),
        (put("/goal_map/interventions/0/goals/0", KEY(9)), "/goal_map/interventions/0/goals/0: "
         f'väntade nyckeln till ett mål i filen, fick texten "{KEY(9)}"'),
        (put("/sections/0/block", {"kind": "goals", "perspective": KEY(9)}),
         "/sections/0/block/perspective: väntade nyckeln till ett perspektiv i filen, "
         f'fick texten "{KEY(9)}"'),
        (put("/sections/0/block/branch", KEY(21)), "/sections/0/block/branch: väntade nyckeln "
         f'till en budgetrad med rader under sig i filen, fick texten "{KEY(21)}"'),
        (put("/sections/0/block/columns", ["plan-2030"]), "/sections/0/block/columns/0: väntade "
         'en kolumn i budgeten, fick texten "plan-2030"'),
        (put("/budget/columns/1/opens_from", "budget-2025"), "/budget/columns/1/opens_from: "
         'väntade en kolumn för 2024, fick texten "budget-2025"'),
        (put("/budget/columns", [{"year": 2025, "kind": "budget"}] * 2), "/budget/columns/1: "
         "väntade en egen kolumn, fick samma som på /budget/columns/0"),
        (put("/budget/income/0/amounts", {"budget-2025": 1}), "/budget/income/0/amounts: väntade "
         "inga belopp på en rad som har rader under sig, fick belopp"),
        (put("/budget/printed/0/row", "allt"), "/budget/printed/0/row: väntade en budgetrads "
         'nyckel eller en beräknad rad, fick texten "allt"'),
        (put("/budget/printed/0/column", "allt"), "/budget/printed/0/column: väntade en kolumn i "
         'budgeten eller "total", fick texten "allt"'),
        (put("/budget/income/0/lines/0/amounts/budget-2025", 10**12 + 1),
         "/budget/income/0/lines/0/amounts/budget-2025: väntade ett tal från -1000000000000 till "
         "1000000000000, fick talet 1000000000001"),
        (put("/year", 1999), "/year: väntade ett tal från 2004 till 2100, fick talet 1999"),
        (put("/title", "x" * 301), "/title: väntade högst 300 tecken, fick en text med 301"),
        (put("/federation/slug", "admin"), "/federation/slug: väntade en adress som tjänsten inte "
         'själv använder, fick texten "admin"'),
        (put("/federation/slug", "Ånge!"), "/federation/slug: väntade en adress av a–z, 0–9 och "
         'enkla bindestreck, fick texten "Ånge!"'),
        (put("/federation/accent", "röd"), "/federation/accent: väntade en färg som #1b4c68, "
         'fick texten "röd"'),
        (put("/federation/email", "kansli"), "/federation/email: väntade en e-postadress eller "
         'ingenting, fick texten "kansli"'),
        (put("/status", "decided"),
         "/decisions: väntade ett beslut i en beslutad plan, fick inget"),
        (put("/sections/0/sections/0/is_appendix", True), "/sections/0/sections/0/is_appendix: "
         "väntade false på ett underavsnitt, fick true"),
        (put("/goal_map/perspectives/0/goals/0/indicators/0/is_qualitative", True),
         "/goal_map/perspectives/0/goals/0/indicators/0/is_qualitative: väntade false för ett "
         "mått med målvärde, fick true"),
        (put("/goal_map/perspectives/0/goals/0/indicators/0/target", "0.0001"),
         "/goal_map/perspectives/0/goals/0/indicators/0/target: väntade högst 12 siffror och 3 "
         'decimaler, fick texten "0.0001"'),
        (put("/pictures/0/alt", " "), "/pictures/0/alt: väntade en text som säger vad bilden "
         'visar, fick texten " "'),
        (put("/pictures/0/media_type", "image/svg+xml"), "/pictures/0/media_type: väntade ett av "
         '"image/png", "image/jpeg", fick texten "image/svg+xml"'),
        (put("/pictures/0/data", "%%"), "/pictures/0/data: väntade en hel bild (image/png) i "
         "base64, fick något annat än base64"),
        (put("/pictures/0/data", "aGVq"), "/pictures/0/data: väntade en hel bild (image/png) i "
         "base64, fick något annat eller en trasig bild"),
        (put("/pictures/0/media_type", "image/jpeg"), "/pictures/0/data: väntade en hel bild "
         "(image/jpeg) i base64, fick något annat eller en trasig bild"),
        (put("/sections/0/html", f'<img alt="x" data-picture="{KEY(9)}">'),
         "/sections/0/html: väntade data-picture med en bild i filen, "
         f'fick texten "{KEY(9)}"'),
        (put("/sections/0/html", '<p><span data-figure="result/plan-2030"></span></p>'),
         '/sections/0/html: väntade data-figure med "rad/kolumn" i budgeten, '
         'fick texten "result/plan-2030"'),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_with_its_place(broken: Break, message: str) -> None:
    tree = plan()
    broken(tree)
    assert faults_of(tree) == [message]


@pytest.mark.parametrize(
    ("place", "called"),
    [
        ("/federation/name", "förbundets namn"),
        ("/title", "planens titel"),
        ("/members/0/name", "medlemmens namn"),
        ("/sections/0/sections/0/heading", "avsnittets rubrik"),
        ("/goal_map/interventions/0/name", "insatsens namn"),
        ("/budget/income/0/lines/0/label", "budgetradens namn"),
    ],
)
def test_a_name_that_is_blank_or_of_two_lines_is_told_with_its_place(
    place: str, called: str
) -> None:
    for name, expected in {"": called, "   ": called, "A\nB": f"{called} på en rad"}.items():
        tree = plan()
        put(place, name)(tree)
        assert faults_of(tree) == [f'{place}: väntade {expected}, fick texten "{name}"']


def test_a_goal_without_a_word_is_a_fault_but_a_heading_is_enough() -> None:
    tree = plan()
    place = "/goal_map/perspectives/0/goals/0"
    put(f"{place}/text", " ")(tree)
    assert faults_of(tree) == [f'{place}/text: väntade målets text, fick texten " "']
    put(f"{place}/heading", "Arbete")(tree)
    assert faults_of(tree) == []


def test_text_that_would_not_be_stored_as_it_stands_is_a_fault() -> None:
    tree = plan()
    put("/sections/0/html", "<p>Hej <script>alert(1)</script></p>")(tree)
    [message] = faults_of(tree)
    assert message.startswith("/sections/0/html: väntade tillåten och rättskriven HTML")


@pytest.mark.parametrize(
    ("place", "name", "deepest"),
    [
        ("/sections/0/sections/0", "sections", 2),
        ("/goal_map/perspectives/0/goals/0", "goals", 2),
        ("/budget/costs", "lines", 8),
    ],
)
def test_nesting_has_an_end(place: str, name: str, deepest: int) -> None:
    tree = plan()
    thing: Tree = {"key": KEY(99), "heading": "A", "text": "A"}
    if name == "lines":
        thing = {"key": KEY(99), "label": "A"}
        for level in range(deepest):
            thing = {"key": KEY(100 + level), "label": "A", "lines": [thing]}
        put(place, [thing])(tree)
    else:
        own = {"sections": ("key", "heading"), "goals": ("key", "text")}[name]
        child = {part: thing[part] for part in own}
        if name == "goals":
            child |= {"goals": [{"key": KEY(98), "text": "A"}]}
        put(f"{place}/{name}", [child])(tree)
    assert [message.partition(": ")[2] for message in faults_of(tree)] == [
        f"väntade högst {deepest} nivåer, fick ett objekt"
    ]


def test_all_faults_of_a_file_are_told_at_once() -> None:
    tree = plan()
    put("/federation/accent", "röd")(tree)
    put("/members/1/key", KEY(1))(tree)
    put("/budget/printed/0/row", "allt")(tree)
    assert [message.partition(":")[0] for message in faults_of(tree)] == [
        "/federation/accent",
        "/members/1/key",
        "/budget/printed/0/row",
    ]


def test_a_computed_figure_that_disagrees_is_told_with_both() -> None:
    tree = plan()
    tree["computed"] = {"budget": {"rows": {"result": {"budget-2025": 368000}}, "groups": {}}}
    assert faults_of(tree) == []
    tree["computed"]["budget"]["rows"]["result"]["budget-2025"] = 368001
    assert faults_of(tree) == [
        "/computed/budget/rows/result/budget-2025: väntade talet 368000 som vi räknar fram, "
        "fick talet 368001"
    ]


def test_a_computed_figure_where_nothing_is_known_is_a_fault() -> None:
    tree = plan()
    tree["computed"] = {"budget": {"rows": {"closing_equity": {"budget-2025": 1}}}}
    assert faults_of(tree) == [
        "/computed/budget/rows/closing_equity/budget-2025: väntade ingen beräknad siffra, "
        "fick talet 1"
    ]


def test_a_picture_too_large_to_show_is_a_fault() -> None:
    tree = plan()
    put("/pictures/0/data", b64encode(png((7000, 6000))).decode())(tree)
    assert faults_of(tree) == [
        "/pictures/0/data: väntade en hel bild (image/png) i base64, "
        "fick mer än 40 miljoner bildpunkter"
    ]


def test_a_picture_cut_short_is_a_fault_even_where_weasyprint_is_lenient(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    file = BytesIO()
    Image.effect_noise((60, 60), 50).save(file, "PNG")
    tree = plan()
    put("/pictures/0/data", b64encode(file.getvalue()[:1500]).decode())(tree)
    assert faults_of(tree) == [
        "/pictures/0/data: väntade en hel bild (image/png) i base64, "
        "fick något annat eller en trasig bild"
    ]


def test_5_000_lines_are_read() -> None:
    tree = plan()
    tree["budget"]["costs"] = [
        {"key": KEY(1000 + number), "label": f"Rad {number}", "amounts": {"budget-2025": number}}
        for number in range(5000)
    ]
    assert faults_of(tree) == []


def test_a_file_with_endless_faults_is_told_in_lines_that_can_be_read() -> None:
    tree = plan() | {"sections": [{}] * 1000}
    with pytest.raises(FileFaults) as refused:
        content_of(json.dumps(tree).encode())
    lines = str(refused.value).splitlines()
    assert (len(refused.value.faults), len(lines)) == (2000, 501)
    assert lines[-1] == "… och 1500 fel till."


def stored(number: int) -> PlanContent:
    file = Path(__file__).parents[2] / "files" / f"plan-format-{number}.json"
    return content_of(file.read_bytes())


def test_a_stored_file_of_format_1_is_still_read() -> None:
    assert stored(1).title == "Verksamhetsplan och budget 2022"


def test_a_stored_file_of_format_2_is_read_with_what_its_columns_are_copied_from() -> None:
    plan = stored(2)
    assert plan.title == "Verksamhetsplan och budget 2023"
    assert plan.budget
    assert [column.copied_from for column in plan.budget.columns] == [
        "Budget 2022, sista kolumnen i verksamhetsplanen för 2022 (2023 saknas där)"
    ]


def test_a_stored_file_of_format_3_is_read_with_what_could_not_be_read_in_a_cell() -> None:
    plan = stored(3)
    assert plan.budget
    assert plan.budget.income[0].lines[0].unread == {"budget-2023": "7oo tkr"}
    assert [s.block.has_chart for s in plan.walk() if isinstance(s.block, BudgetBlock)] == [True]


def test_a_stored_file_of_format_4_is_read_with_the_federations_word_for_a_decision() -> None:
    assert stored(4).federation.rules.decision_word is DecisionWord.SETTLED
    assert stored(3).federation.rules.decision_word is DecisionWord.DECIDED


def test_a_stored_file_of_format_5_is_read_with_what_a_decision_is_about() -> None:
    subjects = [decision.subject for decision in stored(5).decisions]
    assert subjects == [DecisionSubject.BUDGET, DecisionSubject.PLAN]


def test_the_plan_and_its_budget_are_decided_once_each_or_together() -> None:
    decided = stored(5)
    budget, plan = decided.decisions
    both = replace(plan, subject=DecisionSubject.BOTH)
    for decisions in ((budget, both), (budget, replace(budget, decided_on=plan.decided_on))):
        with pytest.raises(FileFaults):
            content_of(plan_bytes(replace(decided, decisions=decisions)))
