from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document.content import Decision, DecisionKind, Status
from plans.exports.names import MAX_BYTES, MAX_LENGTH, content_disposition, file_name
from tests import factories
from tests.plans.exports.printing import example


def test_a_revised_plan_is_named_by_its_last_decision() -> None:
    content = example("sodra-lappland-2024").content
    name = "Verksamhetsplan 2024 – Södra Lappland (reviderad 2024-03-21).pdf"
    assert file_name(content, "pdf") == name


def test_a_draft_says_so_and_a_title_without_year_gets_it() -> None:
    content = replace(factories.content(), title="Tillsammans")
    assert file_name(content, "html") == "Tillsammans 2025 – Fjallbygden (arbetsutkast).html"


def test_a_decided_plan_says_when() -> None:
    content = replace(
        factories.content(),
        title="Plan 2025",
        status=Status.DECIDED,
        decisions=(Decision(kind=DecisionKind.DECIDED, decided_on=date(2024, 11, 28)),),
    )
    assert file_name(content, "pdf") == "Plan 2025 – Fjallbygden (beslutad 2024-11-28).pdf"


@given(st.text())
def test_any_title_becomes_a_name_that_file_systems_take(title: str) -> None:
    name = file_name(replace(factories.content(), title=title), "pdf")
    assert not set('<>:"/\\|?*\n\t\x00') & set(name)
    assert len(name) <= MAX_LENGTH + len(".pdf")
    assert len(name.encode()) <= MAX_BYTES + len(".pdf")
    assert name.endswith(" (arbetsutkast).pdf")


def test_a_name_of_wide_letters_is_cut_at_a_letter_for_the_disk(tmp_path: Path) -> None:
    name = file_name(replace(factories.content(), title="Å" * 150), "pdf")
    assert name == "Å" * 92 + " (arbetsutkast).pdf"
    (tmp_path / name).touch()


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_nothing_turns_the_direction_of_a_name(sign: str) -> None:
    content = replace(factories.content(), title=f"Plan 2025{sign}fdp.exe")
    assert file_name(content, "pdf") == "Plan 2025 fdp.exe – Fjallbygden (arbetsutkast).pdf"


def test_the_header_has_the_name_itself_and_one_in_ascii() -> None:
    assert content_disposition("Plan – Åre.pdf") == (
        "inline; filename=\"Plan - Are.pdf\"; filename*=utf-8''Plan%20%E2%80%93%20%C3%85re.pdf"
    )


def test_a_name_in_ascii_is_said_once() -> None:
    assert content_disposition("Plan 2025.pdf") == 'inline; filename="Plan 2025.pdf"'


def test_a_file_to_keep_is_an_attachment_under_both_its_names() -> None:
    header = content_disposition("År.docx", as_attachment=True)
    assert header == ("attachment; filename=\"Ar.docx\"; filename*=utf-8''%C3%85r.docx")
