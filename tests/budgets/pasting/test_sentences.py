import pytest

from budgets.pasting.preview import Counts
from budgets.pasting.sentences import summary


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(), "Inga belopp ändras."),
        (Counts(new=1), "1 belopp klistras in."),
        (Counts(new=6, unread=1), "6 belopp klistras in. 1 gick inte att läsa."),
        (Counts(changed=1), "1 belopp klistras in och ersätter det som står där."),
        (Counts(new=4, changed=2), "6 belopp klistras in, varav 2 ersätter det som står där."),
        (Counts(emptied=2, same=3), "Inga belopp ändras. 2 celler töms. 3 är som förut."),
        (
            Counts(outside=2),
            "Inga belopp ändras. 2 har ingen plats i budgeten och klistras inte in.",
        ),
        (
            Counts(new=1, differs=2, agrees=5),
            "1 belopp klistras in. 2 inklistrade summor stämmer inte med budgetens.",
        ),
    ],
)
def test_the_totals_are_sentences(counts: Counts, said: str) -> None:
    assert summary(counts) == said
