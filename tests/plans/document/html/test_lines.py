import pytest

from plans.document.html.inline import PLAIN, Inline, Marks
from plans.document.html.lines import is_item, paragraphs_of
from plans.document.html.pieces import is_break, plain_text


def broken(*lines: str) -> Inline:
    inline = Inline()
    for number, line in enumerate(lines):
        if number:
            inline.add_break()
        inline.add_text(line, PLAIN)
    return inline


def read(*lines: str) -> list[str]:
    return [plain_text(one) for one in paragraphs_of(broken(*lines))]


WIDE = "Så här bred är sidan, och raden fyller den nästan hela vägen ut"


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["a"], ["a"]),
        (["Box 1", "Lycksele"], ["Box 1 Lycksele"]),
        ([WIDE, WIDE], [f"{WIDE} {WIDE}"]),
        ([WIDE + ".", "Nytt"], [f"{WIDE}. Nytt"]),
        ([WIDE, "slut.", "Nytt"], [f"{WIDE} slut.", "Nytt"]),
        (["Första stycket", "", "Andra"], ["Första stycket", "Andra"]),
        (["Vi ska:", "- ett", "- två"], ["Vi ska:", "- ett", "- två"]),
        (["Genom samordnad rehabili-", "tering"], ["Genom samordnad rehabilitering"]),
        (["Genom individuella insats-", "och stöd"], ["Genom individuella insats- och stöd"]),
        (["Samverkan mellan kommunen/", "regionen"], ["Samverkan mellan kommunen/regionen"]),
    ],
)
def test_lines_are_joined_where_a_page_broke_them(lines: list[str], paragraphs: list[str]) -> None:
    assert read(*lines) == paragraphs


def test_breaks_that_a_person_made_stay() -> None:
    [line] = paragraphs_of(broken("Box 1", "Lycksele"))
    assert sum(map(is_break, line.runs)) == 1


def test_marks_survive_the_joining() -> None:
    inline = Inline()
    inline.add_text("Vi arbetar för att stärka indi-", Marks(strong=True))
    inline.add_break()
    inline.add_text("videns ställning", PLAIN)
    [line] = paragraphs_of(inline)
    assert [(run.text, run.marks.strong) for run in line.runs] == [
        ("Vi arbetar för att stärka indi", True),
        ("videns ställning", False),
    ]


@pytest.mark.parametrize("text", ["- a", "• a", "–\u00a0a", "1. a", "12) a", "* a"])
def test_typed_lists_begin_so(text: str) -> None:
    assert is_item(text)


@pytest.mark.parametrize("text", ["-a", "- 5 000", "1.5 a", "2024. a", "a - b", "-", "1."])
def test_other_lines_do_not(text: str) -> None:
    assert not is_item(text)
