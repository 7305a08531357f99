from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from finsam.federations.models import Federation
from finsam.letters.models import Letter, LetterFile
from finsam.letters.posting import file_of
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/fjallbygden/utkorg/"
OWN = "/konto/utkorg/"
CODE = "482 913"


@pytest.fixture
def of() -> Federation:
    return factories.federation()


@pytest.fixture
def real(settings: Settings) -> None:
    """In real use, without a mail server."""
    settings.DEMO = settings.IS_MAIL_CONFIGURED = False


def page_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_office_sees_its_letters_newest_first(
    client: Client, of: Federation, role: str
) -> None:
    factories.signed_in(client, role, of)
    factories.letter(of)
    factories.letter(of, subject="Nytt möte")
    shown = page_of(client, LIST)
    assert -1 < shown.index("Nytt möte") < shown.index("Möte på Åland")


@pytest.mark.parametrize("role", ["board", "member", "auditor", "economist", "preparation"])
def test_the_letters_are_the_offices(client: Client, of: Federation, role: str) -> None:
    factories.signed_in(client, role, of)
    url = f"{LIST}{factories.letter(of).pk}/"
    answers = [client.get(LIST), client.get(url), client.post(f"{url}skickat/")]
    answers.append(client.post(f"{url}igen/"))
    assert [answer.status_code for answer in answers] == [403] * 4
    assert [factories.SECRET in answer.content.decode() for answer in answers] == [False] * 4


def test_another_federations_letters_do_not_exist(client: Client, of: Federation) -> None:
    theirs, mine = factories.letter(of), factories.federation("dalen")
    factories.signed_in(client, "chief", mine)
    urls = [f"{LIST}{theirs.pk}/", f"/dalen/utkorg/{theirs.pk}/"]
    answers = [client.get(url).status_code for url in [LIST, *urls]]
    answers += [client.post(f"{url}{verb}/").status_code for url in urls for verb in VERBS]
    assert answers == [404] * 7
    theirs.refresh_from_db()
    assert theirs.sent_at is None


VERBS = ("skickat", "igen")


def test_who_is_not_signed_in_is_asked_to(client: Client, of: Federation) -> None:
    assert client.get(LIST).status_code == 302


def test_a_letter_can_be_copied_word_for_word(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    shown = page_of(client, f"{LIST}{factories.letter(of).pk}/")
    assert (f"readonly>Hej {factories.SECRET} &amp; hej." in shown, "asa@berg.se" in shown) == (
        True,
        True,
    )


def carrying(of: Federation) -> tuple[str, LetterFile]:
    """The address of a letter that carries a file, and the file."""
    file = file_of(name="Planen – åtgärder.pdf", media_type="application/pdf", data=b"%PDF-1")
    return f"{LIST}{factories.letter(of, files=[file]).pk}/", file


def test_the_files_of_a_letter_are_fetched_byte_for_byte(client: Client, of: Federation) -> None:
    factories.signed_in(client, "staff", of)
    url, file = carrying(of)
    link = f"{url}fil/{file.pk}/"
    assert (file.name in page_of(client, url), link in page_of(client, url)) == (True, True)
    fetched = client.get(link)
    assert (fetched.content, fetched["Content-Type"]) == (b"%PDF-1", "application/pdf")
    assert fetched["Content-Disposition"].startswith("attachment; filename*=utf-8''Planen")
    assert client.post(link).status_code == 405


def test_a_letters_files_are_the_offices_and_of_that_letter(client: Client, of: Federation) -> None:
    url, file = carrying(of)
    link = f"{url}fil/{file.pk}/"
    assert factories.signed_in(client, "auditor", of).get(link).status_code == 403
    other = f"{LIST}{factories.letter(of).pk}/fil/{file.pk}/"
    assert factories.signed_in(client, "chief", of).get(other).status_code == 404
    neighbour = factories.signed_in(client, "chief", factories.federation("dalen"))
    assert neighbour.get(link).status_code == 404
    assert neighbour.get(link.replace("fjallbygden", "dalen")).status_code == 404


@pytest.mark.usefixtures("real")
def test_who_sends_a_letter_by_hand_is_told_what_to_attach(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    url, file = carrying(of)
    told = "bifoga det när du skickar brevet själv"
    assert told in page_of(client, url)
    client.post(f"{url}skickat/")
    assert (told in page_of(client, url), file.name in page_of(client, url)) == (False, True)


@pytest.mark.usefixtures("real")
def test_without_a_mail_server_the_product_says_so(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    assert "E-post är inte inställd." in page_of(client, LIST)


def test_demo_mode_says_that_nothing_is_sent(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    assert "Provmiljön skickar ingen e-post." in page_of(client, LIST)


@pytest.mark.usefixtures("real")
def test_a_code_is_for_its_recipient_alone(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    written = factories.letter(of, is_secret=True, body=CODE)
    shown = page_of(client, f"{LIST}{written.pk}/")
    assert (CODE in shown, "Texten visas inte" in shown) == (False, True)


def test_a_code_can_be_read_in_demo_mode(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    assert CODE in page_of(client, f"{LIST}{factories.letter(of, is_secret=True, body=CODE).pk}/")


@pytest.mark.usefixtures("real")
def test_the_office_marks_a_letter_that_it_has_sent_itself(client: Client, of: Federation) -> None:
    factories.signed_in(client, "staff", of)
    url = f"{LIST}{factories.letter(of).pk}/"
    response = client.post(f"{url}skickat/", follow=True)
    assert response.redirect_chain == [(url, 302)]
    assert "Brevet är markerat som skickat." in response.content.decode()
    assert "Skickat för hand" in page_of(client, LIST)
    again = client.post(f"{url}skickat/", follow=True).content.decode()
    assert "Brevet är redan skickat." in again


@pytest.mark.usefixtures("real")
def test_a_code_is_not_sent_by_hand(client: Client, of: Federation) -> None:
    factories.signed_in(client, "staff", of)
    written = factories.letter(of, is_secret=True)
    client.post(f"{LIST}{written.pk}/skickat/")
    written.refresh_from_db()
    assert written.sent_at is None


def test_a_letter_that_did_not_arrive_is_sent_again(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    written = factories.letter(of)
    reason = "E-postservern svarade: 550 No such user"
    Letter.objects.update(closed_at=timezone.now(), last_error=reason)
    assert [word in page_of(client, LIST) for word in ("Kom inte fram", reason)] == [True] * 2
    url = f"{LIST}{written.pk}/"
    assert "Brevet skickas igen." in client.post(f"{url}igen/", follow=True).content.decode()
    assert "Brevet väntar redan" in client.post(f"{url}igen/", follow=True).content.decode()
    assert list(Letter.objects.waiting()) == [written]


def test_what_changes_a_letter_is_posted(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    url = f"{LIST}{factories.letter(of).pk}/"
    assert [client.get(f"{url}{verb}/").status_code for verb in VERBS] == [405, 405]
    assert [client.post(one).status_code for one in (LIST, url, OWN)] == [405] * 3


@pytest.mark.parametrize("count", [1, 60])
def test_a_list_is_read_by_as_many_queries_whatever_its_length(
    client: Client,
    of: Federation,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    factories.signed_in(client, "chief", of)
    for _ in range(count):
        factories.letter(of)
    with django_assert_num_queries(7):
        client.get(LIST)


def test_fifty_letters_are_a_page(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    for number in range(51):
        factories.letter(of, subject=f"Brev {number:02}")
    shown = page_of(client, f"{LIST}?sida=2")
    assert ("Sida 2 av 2" in shown, "Brev 00" in shown, "Brev 01" in shown) == (True, True, False)


def test_demo_mode_shows_its_own_letters_to_everybody(client: Client, of: Federation) -> None:
    factories.letter(None, subject="Din kod", body=CODE, is_secret=True)
    factories.letter(of)
    shown = page_of(client, OWN)
    assert (CODE in shown, factories.SECRET in shown) == (True, False)


@pytest.mark.usefixtures("real")
def test_in_real_use_there_is_no_such_page(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    factories.letter(None, body=CODE, is_secret=True)
    assert CODE not in page_of(client, OWN, status=404)


def test_sent_is_said_with_its_time_or_its_day(client: Client, of: Federation) -> None:
    factories.signed_in(client, "chief", of)
    now = timezone.now()
    sent = [(now, "%H:%M"), (now - timedelta(days=400), "%Y")]
    shown = []
    for moment, form in sent:
        Letter.objects.filter(pk=factories.letter(of).pk).update(sent_at=moment)
        shown.append(f"{timezone.localtime(moment):{form}}")
    page = page_of(client, LIST)
    assert [f"Skickat {shown[0]}" in page, f"{shown[1]}</span>" in page] == [True, True]
