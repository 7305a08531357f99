from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from finsam.letters.models import Letter
from finsam.letters.posting import file_of
from tests.finsam.letters.test_delivering import CODE, letter, secret

pytestmark = pytest.mark.django_db


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("letters", *arguments, stdout=out)
    return out.getvalue()


def test_the_operator_reads_what_waits_codes_too() -> None:
    secret(), letter(to_address="bo@berg.se")
    shown = printed()
    words = ("Till: asa@berg.se", CODE, "Till: bo@berg.se", "Ärende: Möte på Åland", "Hej på dig.")
    assert [word in shown for word in words] == [True] * 5


def test_the_operator_may_ask_for_one_address() -> None:
    secret(), letter(to_address="bo@berg.se")
    shown = printed("--to", "Bo@berg.se")
    assert ("bo@berg.se" in shown, CODE in shown) == (True, False)


def test_what_is_sent_is_not_printed() -> None:
    letter()
    Letter.objects.update(sent_at=timezone.now())
    assert printed() == "Inga brev väntar.\n"


def test_the_operator_is_told_which_files_to_attach() -> None:
    letter(files=[file_of(name="planen.pdf", media_type="application/pdf", data=b"%PDF-")])
    assert "Bifoga: planen.pdf" in printed()
