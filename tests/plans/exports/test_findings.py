import pytest
from pytest_django import DjangoAssertNumQueries

from plans.document.checks import Finding, Severity
from plans.document.document import document_of
from plans.exports.findings import as_data, findings_of
from tests.plans.document.checks.plans import example

CONTRADICTIONS = ["printed-total"] * 6


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ange-2022", []),
        ("blekinge-2023", []),
        ("skelleftea-norsjo-2016", [*CONTRADICTIONS, "shares"]),
        ("sodra-lappland-2024", []),
        ("vastra-ostergotland-2025", []),
    ],
)
def test_the_examples_by_the_law_and_with_the_fonts_of_the_product(
    name: str, codes: list[str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document = document_of(example(name))
    with django_assert_num_queries(1):
        assert [finding.code for finding in findings_of(document)] == codes


def test_a_finding_as_data_is_its_words_and_its_place() -> None:
    finding = Finding(
        code="shares",
        severity=Severity.WARN,
        fact="Bidragen stämmer inte.",
        detail="Staten bidrar med 1 kr.",
        place="contributions/budget-2025",
    )
    assert as_data([finding]) == [
        {
            "code": "shares",
            "severity": "warn",
            "message": "Bidragen stämmer inte. Staten bidrar med 1 kr.",
            "place": "contributions/budget-2025",
            "reason": "",
        }
    ]
