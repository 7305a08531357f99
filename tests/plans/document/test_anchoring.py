"""A question finds its passage again, whatever was done to the text."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document.anchoring import AROUND, Anchor, Found, anchored, located
from plans.document.copying import moved_on
from plans.document.places import places_of
from tests import factories

AIM, MONEY, LATER = (factories.key(name) for name in ("aim", "money", "later"))
QUOTE = "Förbundet ska finansiera insatser som ger arbete."
TEXT = f"Så här tänker vi. {QUOTE} Det följs upp två gånger om året."
OTHER = "Budgeten är på fyra miljoner kronor och betalas av medlemmarna."


def asked(text: str = TEXT, quote: str = QUOTE) -> Anchor:
    return anchored(text, quote, AIM)


def where(text: str, anchor: Anchor | None = None, **more: str) -> tuple[Found, UUID | None]:
    texts = {AIM: text, MONEY: more.get("money", OTHER)}
    spot = located(anchor or asked(), texts)
    return spot.found, spot.place


def test_it_knows_what_stood_around_it() -> None:
    anchor = asked()
    assert (anchor.before, anchor.after) == (
        "Så här tänker vi. ",
        " Det följs upp två gånger om året."[:AROUND],
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"Nytt först. {TEXT}",
        f"{TEXT} Nytt sist.",
        TEXT.replace("Så här tänker vi. ", ""),
        TEXT.replace("insatser som", "insatser\n\nsom"),
        TEXT.replace(". Förb", ".\n\nFörb"),
    ],
    ids=["unchanged", "before", "after", "removed before", "split", "own paragraph"],
)
def test_what_happens_around_it_does_not_matter(text: str) -> None:
    assert where(text) == (Found.EXACT, AIM)


def test_edited_inside_it_is_nearly_there() -> None:
    text = TEXT.replace("ger arbete", "ger egen försörjning och arbete")
    assert where(text) == (Found.EDITED, AIM)


def test_a_figure_that_grew_in_front_is_edited() -> None:
    anchor = anchored("Vi stödjer 12 personer.", "12 personer.", AIM)
    assert where("Vi stödjer 112 personer.", anchor)[0] is not Found.EXACT


def test_moved_to_another_section_it_is_there() -> None:
    assert where("Något helt annat.", money=f"{OTHER} {QUOTE}") == (Found.EXACT, MONEY)


def test_moved_and_edited_a_little() -> None:
    moved = QUOTE.replace("ska", "kan")
    assert where("Något helt annat.", money=f"{OTHER} {moved}") == (Found.EDITED, MONEY)


def test_of_the_same_sentence_twice_it_is_the_one_with_the_same_words_around() -> None:
    twice = f"Först. {QUOTE} Sedan något. Så här tänker vi. {QUOTE} Det följs upp."
    anchor = anchored(TEXT, QUOTE, AIM)
    spot = located(anchor, {MONEY: f"Annat. {QUOTE} Mer.", LATER: twice})
    assert (spot.found, spot.place) == (Found.EXACT, LATER)


def test_a_sentence_that_is_written_again_elsewhere_stays_where_it_was_asked() -> None:
    assert where(TEXT, money=f"Så här tänker vi. {QUOTE}") == (Found.EXACT, AIM)


def test_duplicated_and_then_removed_at_home_it_is_the_copy() -> None:
    assert where("Något helt annat.", money=f"{OTHER} {TEXT}") == (Found.EXACT, MONEY)


def test_a_short_passage_that_many_places_have_is_not_taken_for_another() -> None:
    anchor = anchored("Lokal 40 000 Totalt 2025 Varav hyra 12 000", "Totalt 2025", AIM)
    assert where("Något annat.", anchor, money=f"{OTHER} Totalt 2025") == (Found.GONE, None)
    moved = "Före. Lokal 40 000 Totalt 2025 Varav hyra 12 000"
    assert where("Något annat.", anchor, money=moved) == (Found.EXACT, MONEY)


def test_copied_to_next_year_every_passage_is_found_at_home() -> None:
    content = factories.content()
    html = (
        "<p>Förbundet ger 2025 stöd till tolv personer.</p><ul><li>Det följs upp i maj.</li></ul>"
    )
    aim = replace(content.sections[0], html=html)
    old = places_of(replace(content, sections=(aim, *content.sections[1:])))
    new = places_of(moved_on(replace(content, sections=(aim, *content.sections[1:])), 2026))
    texts = {key: place.text for key, place in new.items()}
    whole = [located(Anchor(place=key), texts) for key in old]
    assert [spot.place for spot in whole] == list(old)
    for passage in old[aim.key].passages:
        spot = located(anchored(old[aim.key].text, passage, aim.key), texts)
        assert (spot.found, spot.place) == (Found.EXACT, aim.key)


def test_removed_it_is_gone() -> None:
    assert where("Så här tänker vi. Det följs upp två gånger om året.") == (Found.GONE, None)


def test_a_section_removed_and_put_back_has_it_again() -> None:
    anchor = asked()
    assert located(anchor, {MONEY: OTHER}).found is Found.GONE
    assert located(anchor, {AIM: TEXT, MONEY: OTHER}).found is Found.EXACT


def test_without_a_quote_it_is_the_place_itself() -> None:
    whole = Anchor(place=AIM)
    assert where("Vad som helst.", whole) == (Found.EXACT, AIM)
    assert located(whole, {MONEY: OTHER}).found is Found.GONE


def test_a_quote_that_is_not_there_is_no_anchor() -> None:
    with pytest.raises(ValueError, match="substring"):
        anchored(TEXT, "Det här står inte där.", AIM)


words = st.text("abcdeåäö", min_size=1, max_size=6)


@given(st.lists(words, min_size=1, max_size=30), st.data())
def test_every_passage_is_found_where_it_was_taken(text: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchored(" ".join(text), " ".join(text[start:end]), AIM)
    spot = located(anchor, {AIM: " ".join(text)})
    assert (spot.found, spot.place, spot.text) == (Found.EXACT, AIM, anchor.quote)


@given(st.lists(words, min_size=4, max_size=20, unique=True), words, st.integers(0, 19))
def test_one_word_changed_in_it_is_nearly_there(text: list[str], new: str, at: int) -> None:
    quote = " ".join(text)
    edited = [*text]
    edited[at % len(text)] = new + "x"
    spot = located(anchored(quote, quote, AIM), {AIM: " ".join(["Först.", *edited, "Sist."])})
    assert (spot.found, spot.place) == (Found.EDITED, AIM)
