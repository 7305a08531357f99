from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image, UnidentifiedImageError

from finsam.federations.pictures import LONGEST_SIDE, encoded
from plans.document.word.pictures import Pictures
from plans.document.word.remarks import Remarks
from tests.plans.document.word.documents import picture


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_picture_is_no_larger_than_a_page_needs() -> None:
    kind, content = encoded(picture("JPEG", (3000, 1500)).read())
    assert (kind, opened(content).size) == ("JPEG", (LONGEST_SIDE, LONGEST_SIDE // 2))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
@pytest.mark.parametrize("size", [(10, 10), (2100, 10)])
def test_a_png_of_any_kind_is_written_anew(mode: str, size: tuple[int, int]) -> None:
    stream = BytesIO()
    Image.new("RGBA", size).convert(mode).save(stream, "PNG")
    assert encoded(stream.getvalue())[0] == "PNG"


def test_a_print_shops_jpeg_becomes_one_for_the_screen() -> None:
    stream = BytesIO()
    Image.new("CMYK", (10, 10)).save(stream, "JPEG")
    assert opened(encoded(stream.getvalue())[1]).mode == "RGB"


def test_what_a_camera_wrote_beside_the_picture_stays_behind() -> None:
    stream = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "hemlig plats"
    Image.new("RGB", (10, 10)).save(stream, "JPEG", exif=exif, comment=b"hemlig plats")
    assert b"hemlig" in stream.getvalue()
    assert b"hemlig" not in encoded(stream.getvalue())[1]


def test_another_format_is_not_identified() -> None:
    with pytest.raises(UnidentifiedImageError):
        encoded(picture("BMP").read())


def told(name: str, data: bytes) -> tuple[str, ...]:
    remarks = Remarks()
    assert Pictures(remarks).take(name, data, "x") is None
    return remarks.sentences()


def test_a_broken_picture_is_told() -> None:
    data = picture("PNG", (300, 300)).read()
    assert told("a.png", data[:60]) == ("En bild var trasig eller för stor och togs inte med.",)
    assert told("a.png", b"") == ("En bild var trasig eller för stor och togs inte med.",)


def test_a_picture_of_too_many_points_is_told() -> None:
    stream = BytesIO()
    Image.new("1", (20_000, 20_000)).save(stream, "PNG")
    assert told("a.png", stream.getvalue()) == (
        "En bild var trasig eller för stor och togs inte med.",
    )


def test_pictures_together_have_a_bound() -> None:
    remarks = Remarks()
    pictures = Pictures(remarks, _left=200)
    assert pictures.take("a.png", picture().read(), "x")
    assert pictures.take("b.png", picture().read(), "x") is None
    assert remarks.sentences() == ("En bild var trasig eller för stor och togs inte med.",)


def test_the_bytes_travel_in_base64() -> None:
    taken = Pictures(Remarks()).take("a.png", picture().read(), "x" * 2000)
    assert taken
    assert opened(b64decode(taken.data)).size == (40, 30)
    assert len(taken.alt) == 1000
