"""One answer a member: a change is a new edition, and of two at once exactly one is kept."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from finsam.letters.models import Letter
from plans.deciding.consulting.answering import (
    AnsweredMeanwhile,
    Answering,
    LinkClosed,
    answer_by_link,
    register_answer,
)
from plans.deciding.consulting.reminding import revoke_link
from plans.models import ConsultationAnswer, Plan
from plans.writing.filing import PdfFile
from tests import factories
from tests.plans.deciding.cases import office
from tests.plans.deciding.consulting.cases import link, newest, opened, said

# WeasyPrint leaves its own colour profile open.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")
URL = "http://testserver/fjallbygden/2025/samrad/"


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def answer(plan: Plan, edition: int = 0, **more: Any) -> ConsultationAnswer:
    return answer_by_link(link(plan), said(**more), edition=edition, url=URL, title="Plan 2025")


@pytest.mark.django_db
def test_an_answer_is_kept_and_the_office_is_told(plan: Plan) -> None:
    opened(plan)
    kept = answer(plan, stance="remarks", text="Höj inte.")
    assert (kept.edition, kept.version, kept.way) == (1, 1, "link")
    letter = Letter.objects.get(kind="consultation_answered")
    assert letter.to_address == office(plan).email
    assert "Höj inte." in letter.body
    assert URL in letter.body


@pytest.mark.django_db
def test_changed_it_is_a_new_edition_and_the_first_stands(plan: Plan) -> None:
    opened(plan)
    answer(plan)
    answer(plan, 1, stance="remarks", text="Ändå inte.")
    kept = ConsultationAnswer.objects.values_list("edition", "stance")
    assert list(kept) == [(1, "no_objection"), (2, "remarks")]
    assert newest(plan).answers.standing().get().edition == 2


@pytest.mark.django_db
def test_the_file_of_the_answer_before_may_stand(plan: Plan) -> None:
    opened(plan)
    file = PdfFile(name="yttrande.pdf", data=factories.pdf())
    answer(plan, stance="remarks", file=file)
    kept = answer(plan, 1, stance="remarks", keeps_file=True)
    assert (kept.file_name, bytes(kept.file)) == ("yttrande.pdf", file.data)
    assert answer(plan, 2).file_name == ""


@pytest.mark.django_db
def test_written_over_another_answer_it_is_told_who_answered(plan: Plan) -> None:
    opened(plan)
    answer(plan)
    with pytest.raises(AnsweredMeanwhile, match=r"Maria Ek svarade .*: ingen erinran"):
        answer(plan)
    assert ConsultationAnswer.objects.count() == 1


@pytest.mark.django_db
def test_by_a_closed_link_nothing_is_answered(plan: Plan) -> None:
    opened(plan)
    member = plan.federation.members.get(key=link(plan).member_key)
    revoke_link(newest(plan), member)
    with pytest.raises(LinkClosed, match="återkallad"):
        answer(plan)
    assert not ConsultationAnswer.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["save", "delete"])
def test_answers_cannot_be_changed_or_removed(plan: Plan, act: str) -> None:
    kept = factories.answer(factories.consultation(plan))
    with pytest.raises(Exception, match="plans_consultationanswer"):
        getattr(kept, act)()


@pytest.mark.django_db(transaction=True)
def test_of_two_for_one_member_at_once_one_is_kept_and_the_other_is_told(plan: Plan) -> None:
    opened(plan)
    over = link(plan)
    registered = Answering(
        consultation=over.consultation,
        member_key=over.member_key,
        member_name=over.member_name,
        edition=0,
        version=1,
    )
    start, told = threading.Barrier(2), list[AnsweredMeanwhile]()

    def answers(act: Callable[[], object]) -> None:
        try:
            start.wait()
            act()
        except AnsweredMeanwhile as one:
            told.append(one)
        finally:
            connection.close()

    acts = (
        lambda: answer(plan),
        lambda: register_answer(registered, said(way="letter", registered_by="Carin Chef")),
    )
    threads = [threading.Thread(target=answers, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 1
    assert ConsultationAnswer.objects.count() == 1
