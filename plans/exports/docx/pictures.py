"""Pictures in the line, with what they show in words for those who do not see them."""

from base64 import b64decode
from binascii import Error as NotBase64
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Length
from lxml.etree import _Element as Element
from PIL import Image, UnidentifiedImageError

from plans.exports.docx.elements import mm, w
from plans.exports.docx.file import WordFile
from plans.exports.docx.runs import Marks, run, words
from plans.exports.plaintext import plain

ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
EMU = 635
"""English metric units in a twip."""

PER_PIXEL = 15
"""Twips in a pixel of the web, which is 1/96 of an inch."""

TALLEST = mm(200)


def picture(
    file: WordFile, source: str, alt: str, width: int, height: int = TALLEST
) -> list[Element]:
    """The picture of a data address as a run, in at most that width and height.

    Where it cannot be read its words stand instead.
    """
    media_type, _, data = source.removeprefix("data:").partition(";base64,")
    try:
        blob = b64decode(data, validate=True)
        with Image.open(BytesIO(blob)) as opened:
            size = opened.size
    except (NotBase64, UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        size = (0, 0)
    if media_type not in ENDINGS or 0 in size:
        return words(f"[Bild: {alt}]", Marks(italic=True))
    return [_shown(file, blob, media_type, alt, fitted(size, width, height))]


def fitted(pixels: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    """Width and height in twips: as on a page of the web, or smaller to have room."""
    wide, tall = (PER_PIXEL * length for length in pixels)
    scale = min(1, width / wide, height / tall)
    return max(1, round(wide * scale)), max(1, round(tall * scale))


def _shown(
    file: WordFile, blob: bytes, media_type: str, alt: str, size: tuple[int, int]
) -> Element:
    number = next(file.ids)
    name = PackURI(f"/word/media/image{number}.{ENDINGS[media_type]}")
    part = ImagePart(name, media_type, blob)
    relation = file.docx.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    cx, cy = (Length(EMU * length) for length in size)
    inline = CT_Inline.new_pic_inline(number, relation, f"Bild {number}", cx, cy)
    inline.docPr.set("descr", plain(alt))
    return run(w("drawing", inline))
