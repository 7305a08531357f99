from plans.document.html.figures import references


def test_references_are_found_in_order() -> None:
    html = (
        '<p><span data-figure="result/total"></span></p>'
        '<ul><li><p><span data-figure="closing_equity/budget-2025"></span></p></li></ul>'
    )
    assert references(html) == ("result/total", "closing_equity/budget-2025")


def test_a_text_without_references_has_none() -> None:
    assert references("<p>1 000 kr</p>") == ()
