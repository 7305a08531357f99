from plans.writing.differences import differences


def said(ours: object, theirs: object) -> list[str]:
    return [str(difference) for difference in differences(("federation",), ours, theirs)]


def test_what_is_the_same_has_no_differences() -> None:
    assert said({"a": [1, {"b": None}]}, {"a": [1, {"b": None}]}) == []


def test_each_place_that_differs_is_told_with_both() -> None:
    assert said({"name": "Ånge", "seat": "Ånge"}, {"name": "Ånge", "seat": None}) == [
        '/federation/seat: tjänsten har texten "Ånge", filen har null'
    ]


def test_what_only_one_has_is_nothing_for_the_other() -> None:
    assert said({"a": 1}, {"b/c": True}) == [
        "/federation/a: tjänsten har talet 1, filen har ingenting",
        "/federation/b~1c: tjänsten har ingenting, filen har true",
    ]


def test_lists_of_one_length_are_compared_one_by_one() -> None:
    assert said([1, 2], [1, 3]) == ["/federation/1: tjänsten har talet 2, filen har talet 3"]


def test_lists_of_different_lengths_are_told_by_their_length() -> None:
    assert said([1], []) == ["/federation: tjänsten har 1 i listan, filen har 0 i listan"]


def test_long_texts_are_shown_where_they_part() -> None:
    same = "Förbundet har till uppgift att samordna. " * 5
    [message] = said(f"{same}Ja", f"{same}Nej")
    assert message == (
        '/federation: tjänsten har texten "…ar till uppgift att samordna. Ja", '
        'filen har texten "…ar till uppgift att samordna. Nej"'
    )
