"""Namn och utseende: what the federation is called, its colour, its logo."""

import zlib
from base64 import b64decode
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from finsam.federations.forms.identity import NOT_A_NUMBER
from finsam.federations.forms.logo import MOST_BYTES, NOT_A_PICTURE, TOO_LARGE, TOO_MANY_PIXELS
from finsam.federations.forms.shown import OVERTAKEN
from finsam.federations.models import Federation
from finsam.members.house.views.identity import DARKENED
from tests import factories
from tests.finsam.members.house.pages import ROOT, errors, filled_in, sent
from tests.plans.views.html import body

PNG = b64decode(factories.PIXEL)


def test_what_is_written_is_kept(office: Client, federation: Federation) -> None:
    response = sent(
        office,
        "",
        name="Samordningsförbundet Fjället",
        organisation_number="2220001404",
        email="post@fjallet.se",
        website="fjallet.se",
        established_on="1/7 2005",
        statutes="Förbundet heter Fjället.",
        accent="#2c5a3c",
    )
    assert (response.status_code, response.url) == (302, ROOT)
    federation.refresh_from_db()
    assert (federation.name, federation.slug) == ("Samordningsförbundet Fjället", "fjallbygden")
    assert federation.organisation_number == "222000-1404"
    assert (federation.email, federation.website) == ("post@fjallet.se", "https://fjallet.se")
    assert federation.established_on == date(2005, 7, 1)
    assert (federation.statutes, federation.accent) == ("Förbundet heter Fjället.", "#2c5a3c")


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        ("name", "", "Skriv förbundets namn."),
        ("short_name", " ", "Skriv ett kort namn."),
        ("organisation_number", "222000", NOT_A_NUMBER),
        ("email", "post", "Skriv e-postadressen som namn@kommun.se."),
        ("website", "ftp:/x", "Skriv adressen som https://www.kommun.se."),
        ("established_on", "i fjol", "Skriv datumet som 2023-11-30."),
        ("established_on", "2023-02-30", "Skriv datumet som 2023-11-30."),
        ("established_on", "0203-02-03", "Skriv datumet som 2023-11-30."),
        ("accent", "röd", "Skriv färgen som #1b4c68."),
        ("accent_written", "#12", "Skriv färgen som #1b4c68."),
        ("statutes", "x" * 100_001, "Skriv högst 100 000 tecken."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_it_and_kept(
    office: Client, federation: Federation, field: str, written: str, said: str
) -> None:
    page = sent(office, "", **{field: written})
    assert errors(page) == {field: [said]}
    assert page.context["form"][field].value() == written
    assert Federation.objects.get().name == federation.name


def test_a_light_colour_is_made_darker_and_that_is_said(office: Client) -> None:
    office.post(ROOT, filled_in(office, "", accent_written="FFD257"), follow=True)
    page = office.get(ROOT)
    federation = Federation.objects.get()
    assert federation.accent != "#ffd257"
    sent(office, "", accent="#ffd257")
    assert DARKENED in body(office.get(ROOT))
    assert page.status_code == 200


def test_a_dark_colour_is_kept_as_it_is_and_nothing_is_said(office: Client) -> None:
    sent(office, "", accent_written="#1B4C69")
    assert Federation.objects.get().accent == "#1b4c69"
    assert DARKENED not in body(office.get(ROOT))


def test_the_band_can_be_left_out(office: Client) -> None:
    values = filled_in(office, "")
    del values["has_cover_band"]
    office.post(ROOT, values)
    assert Federation.objects.get().has_cover_band is False


def test_nobody_overwrites_what_they_have_not_seen(office: Client) -> None:
    mine = filled_in(office, "", seat="Berg")
    sent(office, "", seat="Dal", email="post@dal.se")
    page = office.post(ROOT, mine)
    assert errors(page) == {
        "": [OVERTAKEN],
        "seat": ["Nu står här: ”Dal”."],
        "email": ["Nu står här: ”post@dal.se”."],
    }
    assert page.context["form"]["seat"].value() == "Berg"
    assert Federation.objects.get().seat == "Dal"
    again = mine | {"shown": page.context["form"].mark, "email": "post@dal.se"}
    assert office.post(ROOT, again).status_code == 302
    assert (Federation.objects.get().seat, Federation.objects.get().email) == (
        "Berg",
        "post@dal.se",
    )


def test_the_same_once_more_is_no_harm(office: Client) -> None:
    mine = filled_in(office, "", seat="Berg")
    assert [office.post(ROOT, mine).status_code for _ in range(2)] == [302, 302]


def test_a_form_without_its_mark_overwrites_nothing(office: Client) -> None:
    mine = filled_in(office, "", seat="Berg")
    del mine["shown"]
    assert errors(office.post(ROOT, mine))[""] == [OVERTAKEN]


def put(office: Client, data: bytes, name: str = "logo.png") -> object:
    return office.post(f"{ROOT}logotyp/byt/", {"logo": SimpleUploadedFile(name, data)})


def drawn(kind: str, mode: str = "RGB") -> bytes:
    stream = BytesIO()
    Image.new(mode, (4, 3)).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "name", "media_type"),
    [("PNG", "logo.png", "image/png"), ("JPEG", "logo.png", "image/jpeg")],
)
def test_a_logo_is_what_its_content_says(
    office: Client, kind: str, name: str, media_type: str
) -> None:
    put(office, drawn(kind), name)
    response = office.get(f"{ROOT}logotyp/")
    assert response["Content-Type"] == media_type
    assert Image.open(BytesIO(response.content)).size == (4, 3)
    assert f'src="{ROOT}logotyp/"' in body(office.get(ROOT))


def test_a_logo_is_taken_away(office: Client) -> None:
    put(office, PNG)
    office.post(f"{ROOT}logotyp/ta-bort/")
    assert office.get(f"{ROOT}logotyp/").status_code == 404
    assert Federation.objects.get().logo_media_type == ""


def test_the_board_sees_the_logo_and_a_stranger_does_not(
    office: Client, federation: Federation, client: Client
) -> None:
    put(office, PNG)
    assert (
        factories.signed_in(client, "board", federation).get(f"{ROOT}logotyp/").status_code == 200
    )
    other = factories.signed_in(client, "chief", factories.federation("kusten"))
    assert other.get(f"{ROOT}logotyp/").status_code == 404


def huge(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it has very many pixels."""
    head = width.to_bytes(4) + height.to_bytes(4) + bytes([1, 0, 0, 0, 0])
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
        for name, data in parts
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NOT_A_PICTURE),
        (PNG[:40], NOT_A_PICTURE),
        (b"GIF89a" + bytes(40), NOT_A_PICTURE),
        (b"", "Filen är tom. Välj en annan."),
        (bytes(MOST_BYTES + 1), TOO_LARGE),
        (huge(7000, 7000), TOO_MANY_PIXELS),
        (huge(60_000, 60_000), TOO_MANY_PIXELS),
    ],
    ids=["svg", "half", "gif", "empty", "large", "many pixels", "bomb"],
)
def test_what_is_no_logo_is_refused(office: Client, data: bytes, said: str) -> None:
    page = put(office, data)
    assert page.status_code == 422  # type: ignore[attr-defined]
    assert said in body(page)
    assert Federation.objects.get().logo is None


def test_a_logo_must_be_chosen(office: Client) -> None:
    page = office.post(f"{ROOT}logotyp/byt/")
    assert (page.status_code, "Välj en bildfil." in body(page)) == (422, True)
