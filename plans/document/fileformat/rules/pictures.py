"""Pictures inside the file: what they say they are, whole, and of a size that can be read."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator

from finsam.federations.pictures import FORMATS, MAX_BYTES, unreadable
from finsam.federations.profile import Logo
from plans.document.content import Picture
from plans.document.fileformat.faults import Fault, pointer
from plans.document.fileformat.rules.places import Place, Places, fault


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
