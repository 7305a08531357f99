"""Recipients as they are typed: a name and an address on each line."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from plans.deciding.versions import Addressee
from plans.forms.addresses import addressees_in, as_lines

FK = Addressee(name="Försäkringskassan", address="kontakt@fk.se")


@pytest.mark.parametrize(
    "line",
    [
        "Försäkringskassan <kontakt@fk.se>",
        "  Försäkringskassan<kontakt@fk.se> ",
        '"Försäkringskassan" < kontakt@fk.se >',
        "Försäkringskassan, kontakt@fk.se",
        "Försäkringskassan ,kontakt@fk.se",
    ],
)
def test_a_line_is_read_as_people_write_it(line: str) -> None:
    assert addressees_in(line) == [FK]


def test_a_name_may_hold_a_comma_and_empty_lines_are_passed_over() -> None:
    text = "\n\nRegionen, kansliet <k@region.se>\r\n \r\nBo Al, Norra, bo@berg.se\n"
    assert addressees_in(text) == [
        Addressee(name="Regionen, kansliet", address="k@region.se"),
        Addressee(name="Bo Al, Norra", address="bo@berg.se"),
    ]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Försäkringskassan", "går inte att läsa"),
        ("kontakt@fk.se", "går inte att läsa"),
        ("<kontakt@fk.se>", "går inte att läsa"),
        ('"" <kontakt@fk.se>', "saknar namn"),
        ("Försäkringskassan <kontakt>", "”kontakt” är ingen e-postadress"),
        ("Försäkringskassan, ", "är ingen e-postadress"),
        ("Försäkringskassan <a@b@fk.se>", "är ingen e-postadress"),
        (f"{'a' * 121} <a@fk.se>", "är för långt"),
    ],
)
def test_what_cannot_be_sent_to_is_told(line: str, wrong: str) -> None:
    with pytest.raises(ValidationError, match=wrong):
        addressees_in(line)


def test_each_wrong_line_is_told() -> None:
    with pytest.raises(ValidationError) as told:
        addressees_in("Ett\nFörsäkringskassan <kontakt@fk.se>\nTvå <två>")
    assert [one.split("”")[1] for one in told.value.messages] == ["Ett", "två"]


NAMES = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=40)


@given(st.lists(NAMES, max_size=5))
def test_what_is_written_out_is_read_again(names: list[str]) -> None:
    people = [Addressee(name=name, address=f"n{i}@fk.se") for i, name in enumerate(names)]
    assert addressees_in(as_lines(people)) == people
