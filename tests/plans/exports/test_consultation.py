"""A samråd on paper: the round, whom it went to, and what was answered."""

from dataclasses import replace

from plans.document.consultation import Report
from plans.exports.consultation import consultation_page, consultation_pdf
from tests.plans.document.test_consultation import a_round, answer, heard, report
from tests.plans.exports.printing import text_of
from tests.plans.exports.structure import faults


def whole() -> Report:
    changed = replace(heard("Åre", answer("Höj inte.")), earlier=(answer(),))
    with_file = replace(answer("", "yttrande.pdf"), sha256="ab" * 32)
    sent = a_round(heard("Berg", answer()), changed, heard("Region", with_file), heard("Storuman"))
    held = a_round(heard("Berg", answer()), held="På mötet.", sendings=())
    return report(sent, replace(held, pk=2))


def test_it_keeps_the_rules_of_pdf_ua_and_pdf_a() -> None:
    assert faults(consultation_pdf(whole())) == []
    assert faults(consultation_pdf(report())) == []


def test_the_same_report_gives_the_same_bytes() -> None:
    assert consultation_pdf(whole()) == consultation_pdf(whole())


def test_it_tells_all_of_it() -> None:
    html = " ".join(consultation_page(whole()).html.split())
    for said in (
        "Samråd 2023-10-27–2023-11-17",
        "<li>Berg, b@berg.se</li>",
        "3 av 4 medlemmar har svarat: 1 utan erinran, 2 med synpunkter.",
        "Inte svarat",
        "<p>Höj inte.</p>",
        "Svar som har ändrats",
        "Bifogad fil: yttrande.pdf",
        "Samråd på annat sätt",
        "På mötet.",
    ):
        assert said in html


def test_the_files_stand_with_their_checksums() -> None:
    assert "ab" * 32 in text_of(consultation_pdf(whole())).replace("\n", "").replace("\xad", "")


def test_without_samrad_it_says_so() -> None:
    assert "Samråd har inte hållits." in consultation_page(report()).html
