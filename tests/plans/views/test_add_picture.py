"""A picture is taken into the plan whole, with its words, or not at all."""

from base64 import b64decode
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/bilder/"
PNG = b64decode(factories.PIXEL)


def chief(client: Client) -> Plan:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    return plan


def file(data: bytes, name: str = "bild.png", kind: str = "image/png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, kind)


def picture(kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_taken_for_what_it_is(client: Client, kind: str, media_type: str) -> None:
    plan = chief(client)
    data = picture(kind)
    # What the browser calls it says nothing.
    sent = {"file": file(data, "bild.txt", "text/plain"), "alt": " En  trappa "}
    response = client.post(ADDRESS, sent)
    added = plan.pictures.exclude(key=factories.PICTURE).get()
    assert (added.media_type, added.alt) == (media_type, "En trappa")
    taken = Image.open(BytesIO(bytes(added.data)))
    assert (taken.format, taken.size) == (kind, (40, 30))
    assert response.json() == {
        "key": str(added.key),
        "src": f"{ADDRESS}{added.key}/",
        "alt": "En trappa",
    }


def tagged() -> bytes:
    """A photograph that says where it was taken, lying on its side."""
    exif, made = Image.Exif(), BytesIO()
    exif[0x0112], exif[0x010E] = 6, "hemlig plats"
    Image.new("RGB", (40, 30), "teal").save(made, "JPEG", exif=exif, comment=b"hemlig plats")
    return made.getvalue()


def of_a_phone() -> bytes:
    """A JPEG with a second picture in it, as some cameras write them."""
    made = BytesIO()
    frames = [Image.new("RGB", size, "teal") for size in ((30, 40), (15, 20))]
    frames[0].save(made, "MPO", save_all=True, append_images=frames[1:])
    return made.getvalue()


def moving() -> bytes:
    """A PNG of many pictures."""
    made = BytesIO()
    frames = [Image.new("RGB", (30, 40), colour) for colour in ("teal", "navy", "maroon")]
    frames[0].save(made, "PNG", save_all=True, append_images=frames[1:])
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        tagged(),
        of_a_phone(),
        moving(),
        tagged() + b"PK\x03\x04<script>hemlig plats</script>",
    ],
    ids=["tagged", "phone", "moving", "two kinds at once"],
)
def test_what_stands_beside_the_picture_in_its_file_stays_behind(
    client: Client, data: bytes
) -> None:
    plan = chief(client)
    assert client.post(ADDRESS, {"file": file(data), "alt": "En trappa"}).status_code == 200
    added = bytes(plan.pictures.exclude(key=factories.PICTURE).get().data)
    taken = Image.open(BytesIO(added))
    assert (taken.size, getattr(taken, "n_frames", 1)) == ((30, 40), 1)
    assert taken.getexif() == {}
    assert [word for word in (b"hemlig", b"<script", b"PK") if word in added] == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Filen är tom. Välj en annan."),
        (b"%PDF-1.7 inte en bild", "Filen är ingen hel bild i formatet PNG eller JPEG."),
        (PNG[:40], "Filen är ingen hel bild i formatet PNG eller JPEG."),
        (picture("GIF"), "Filen är ingen hel bild i formatet PNG eller JPEG."),
        (b"\x89PNG" + b"0" * 30_000_000, "Bilden är för stor, 28,6\u00a0MB. Högst 10\u00a0MB"),
    ],
)
def test_what_is_no_picture_is_refused_with_the_reason(
    client: Client, data: bytes, message: str
) -> None:
    plan = chief(client)
    response = client.post(ADDRESS, {"file": file(data), "alt": "En trappa"})
    assert response.status_code == 422
    assert response.json()["errors"]["file"][0].startswith(message)
    assert plan.pictures.count() == 1


@pytest.mark.parametrize(
    ("alt", "message"),
    [
        (" ", "Skriv vad bilden visar, för den som inte ser den."),
        ("x" * 1001, "Beskrivningen får ha högst 1 000 tecken."),
    ],
)
def test_a_picture_without_words_is_refused(client: Client, alt: str, message: str) -> None:
    plan = chief(client)
    response = client.post(ADDRESS, {"file": file(PNG), "alt": alt})
    assert (response.status_code, response.json()["errors"]) == (422, {"alt": [message]})
    assert plan.pictures.count() == 1


def test_no_file_is_asked_for(client: Client) -> None:
    chief(client)
    response = client.post(ADDRESS, {"alt": "En trappa"})
    assert response.json()["errors"] == {"file": ["Välj en bildfil."]}


def test_it_is_the_offices_while_the_plan_is_open(client: Client) -> None:
    plan = factories.draft_plan()
    sent = {"file": file(PNG), "alt": "En trappa"}
    assert (
        factories.signed_in(client, "board", plan.federation).post(ADDRESS, sent).status_code == 403
    )
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.post(ADDRESS, sent).status_code == 404
    assert client.get(ADDRESS).status_code == 405
    decided = factories.decided_plan(year=2026)
    factories.signed_in(client, "chief", decided.federation)
    assert client.post("/fjallbygden/2026/bilder/", sent).status_code == 403
