"""Pictures inside the file: what they say they are, whole, and of a size that can be read."""

import warnings
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile, UnidentifiedImageError

from finsam.federations.profile import Logo
from plans.document.content import Picture
from plans.document.fileformat.faults import Fault, pointer
from plans.document.fileformat.rules.places import Place, Places, fault

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000


def picture_faults(places: Places) -> Iterator[Fault]:
    """Pictures and logos that are not what they should be, and pictures without words."""
    for place, picture in places.of(Picture):
        yield from _picture(place, picture.media_type, picture.data)
        if not picture.alt.strip():
            yield fault((*place, "alt"), "en text som säger vad bilden visar", picture.alt)
    for place, logo in places.of(Logo):
        yield from _picture(place, logo.media_type, logo.data)


def _picture(place: Place, media_type: str, data: str) -> Iterator[Fault]:
    if media_type not in FORMATS:
        yield fault((*place, "media_type"), 'ett av "image/png", "image/jpeg"', media_type)
        return
    reason = _unusable(data, FORMATS[media_type])
    if reason:
        yield Fault(pointer(*place, "data"), f"en hel bild ({media_type}) i base64", reason)


def _unusable(data: str, kind: str) -> str:
    """Why the picture cannot be used, empty where it can."""
    try:
        content = b64decode(data, validate=True)
    except NotBase64:
        return "något annat än base64"
    if len(content) > MAX_BYTES:
        return f"mer än {MAX_BYTES // 1024 // 1024} MB"
    return unreadable(content, kind)


def unreadable(content: bytes, kind: str) -> str:
    """Why bytes are no whole picture of that kind ("PNG", "JPEG"), in Swedish; "" where they are.

    Says nothing of how many bytes there are.
    """
    try:
        with strictly():
            picture = Image.open(BytesIO(content), formats=[kind])
            if picture.width * picture.height > MAX_PIXELS:
                return f"mer än {MAX_PIXELS // 1_000_000} miljoner bildpunkter"
            picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return "något annat eller en trasig bild"
    return ""


@contextmanager
def strictly() -> Iterator[None]:
    """Half a picture is no picture, also where WeasyPrint has told Pillow to take it.

    Pillow's own warning of what may be a bomb is not heard: the limit here is lower.
    """
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
