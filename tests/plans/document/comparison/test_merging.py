import re

import pytest
from hypothesis import given

from plans.document.comparison.merging import Merge, merged
from plans.document.html.sanitise import sanitise
from tests.plans.document.comparison.texts import EXAMPLE_TEXTS, edits, text, with_other_letters


def table(*rows: str, caption: str = "") -> str:
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row.split("|")) for row in rows)
    name = f"<caption>{caption}</caption>" if caption else ""
    return f"<table>{name}<tbody>{''.join(f'<tr>{row}</tr>' for row in cells)}</tbody></table>"


def items(*texts: str) -> str:
    return f"<ul>{''.join(f'<li><p>{each}</p></li>' for each in texts)}</ul>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


def words(html: str) -> set[str]:
    """Each word, whichever block it stands in."""
    return set(re.findall(r"\w+", text(re.sub("</(?:p|h2|h3|caption)>|<br>", " ", html))))


@given(edits(2))
def test_what_one_changed_is_taken_and_what_both_changed_alike_once(pair: list[str]) -> None:
    base, edited = pair
    assert merged(base, base, edited) == Merge(edited, is_clean=True)
    assert merged(base, edited, base) == Merge(edited, is_clean=True)
    assert merged(base, edited, edited) == Merge(edited, is_clean=True)


@given(edits(3))
def test_what_is_merged_is_as_it_is_stored(texts: list[str]) -> None:
    html = merged(*texts).html
    assert sanitise(html) == html


@given(edits(3))
def test_every_word_that_one_added_is_in_it(texts: list[str]) -> None:
    base, mine, theirs = map(words, texts)
    assert (mine | theirs) - base <= words(merged(*texts).html)


@pytest.mark.parametrize("html", EXAMPLE_TEXTS)
def test_every_sentence_that_one_added_to_an_example_is_in_it(html: str) -> None:
    mine = sanitise(re.sub(r"</p>", " Detta är mitt tillägg.</p>", html, count=1))
    theirs = sanitise(with_other_letters(html) + "<p>Detta är deras tillägg.</p>")
    both = merged(html, mine, theirs)
    assert text(both.html).count("Detta är mitt tillägg.") == text(mine).count("mitt tillägg.")
    assert text(both.html).count("Detta är deras tillägg.") == 1


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        (
            "<p>Vi har 1 400 deltagare i länet.</p>",
            "<p>Vi har 1 500 deltagare i länet.</p>",
            "<p>Vi har 1 400 deltagare i länet. Fler kommer.</p>",
            "<p>Vi har 1 500 deltagare i länet. Fler kommer.</p>",
        ),
        (
            "<p>Ett två tre fyra fem.</p>",
            "<p>Ett <em>två</em> tre fyra fem sex.</p>",
            "<p>Ett två tre <strong>fyra</strong> fem.</p>",
            "<p>Ett <em>två</em> tre <strong>fyra</strong> fem sex.</p>",
        ),
        (
            "<p>Stafel och mer text.</p>",
            "<p>Stavfel och mer text.</p>",
            "<p>Stavfel och mer text här.</p>",
            "<p>Stavfel och mer text här.</p>",
        ),
        (
            paragraphs("a", "b", "c"),
            paragraphs("a", "c"),
            paragraphs("b", "c"),
            paragraphs("c"),
        ),
        (
            paragraphs("a", "b", "c"),
            paragraphs("x", "a", "b", "c"),
            paragraphs("a", "b", "c", "y"),
            paragraphs("x", "a", "b", "c", "y"),
        ),
        (
            items("ett två", "tre fyra"),
            items("ett två och", "tre fyra"),
            items("ett två", "tre fyra fem", "sex"),
            items("ett två och", "tre fyra fem", "sex"),
        ),
        (
            table("A|717", "B|8"),
            table("A|720", "B|8"),
            table("A|717", "B|9", "C|10"),
            table("A|720", "B|9", "C|10"),
        ),
        (
            table("A|1"),
            table("A|1", caption="Namn"),
            table("A|2"),
            table("A|2", caption="Namn"),
        ),
    ],
)
def test_changes_of_different_places_are_both_made(
    base: str, mine: str, theirs: str, both: str
) -> None:
    assert merged(base, mine, theirs) == Merge(both, is_clean=True)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        # The same word.
        ("<p>a b c d</p>", "<p>a x c d</p>", "<p>a y c d</p>", paragraphs("a x c d", "a y c d")),
        # Neighbouring words: nobody has read the two together.
        (
            "<p>ett två tre fyra</p>",
            "<p>ett x tre fyra</p>",
            "<p>ett två y fyra</p>",
            paragraphs("ett x tre fyra", "ett två y fyra"),
        ),
        # A paragraph written anew by both.
        (
            paragraphs("a", "b", "c"),
            paragraphs("a", "x", "c"),
            paragraphs("a", "y", "c"),
            paragraphs("a", "x", "y", "c"),
        ),
        # Something added by both at the same place, one thing alike.
        (
            paragraphs("a", "b"),
            paragraphs("a", "x", "z", "b"),
            paragraphs("a", "y", "z", "b"),
            paragraphs("a", "x", "y", "z", "b"),
        ),
        # Removed by one, edited by the other.
        (
            paragraphs("ett två", "b"),
            paragraphs("b"),
            paragraphs("ett två tre", "b"),
            paragraphs("ett två tre", "b"),
        ),
        # Added by one amid what the other removed.
        (
            paragraphs("a", "b", "c"),
            paragraphs("a", "x", "b", "c"),
            paragraphs("c"),
            paragraphs("x", "c"),
        ),
        # Removed by both, but replaced by one only.
        (paragraphs("a", "b"), paragraphs("x", "b"), paragraphs("b"), paragraphs("x", "b")),
        (
            table("A|717"),
            table("A|720"),
            table("A|800"),
            table("A|720</p><p>800"),
        ),
        (
            table("A", "B", caption="Namn"),
            table("A", "B", caption="Mitt namn"),
            table("A", "B", caption="Ditt namn"),
            table("A", "B", caption="Mitt namn Ditt namn"),
        ),
        (
            table("A"),
            table("A", caption="Ett"),
            table("A", caption="Två"),
            table("A", caption="Ett Två"),
        ),
    ],
)
def test_where_they_meet_both_stay_mine_first(base: str, mine: str, theirs: str, both: str) -> None:
    assert merged(base, mine, theirs) == Merge(both, is_clean=False)


def test_the_spans_of_a_cell_are_those_of_the_one_who_changed_them() -> None:
    base = table("A|1", "B|2")
    wide = base.replace("<td><p>A", '<td rowspan="2"><p>A')
    assert merged(base, wide, table("A|1", "B|3")) == Merge(
        wide.replace("2</p>", "3</p>"), is_clean=True
    )
    head = base.replace("<td><p>A</p></td>", "<th><p>A</p></th>")
    assert merged(base, wide, head) == Merge(wide, is_clean=False)


def test_a_long_text_is_merged() -> None:
    base = [f"Stycke {number} handlar om sak {number} i länet." for number in range(4000)]
    mine = [each.replace("handlar", "talar") for each in base]
    theirs = [each.replace("länet", "regionen") for each in base]
    both = [each.replace("länet", "regionen") for each in mine]
    assert merged(paragraphs(*base), paragraphs(*mine), paragraphs(*theirs)) == Merge(
        paragraphs(*both), is_clean=True
    )
