"""Pictures as a plan or a logo may hold them: whole PNG or JPEG of a size that can be read."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
TOO_MANY = f"mer än {MAX_PIXELS // 1_000_000} miljoner bildpunkter"
LONGEST_SIDE = 2000
"""In pixels: a printed page of A4 at 240 dots an inch."""
_MODES = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA"), "JPEG": ("L", "RGB")}


def unreadable(content: bytes, kind: str) -> str:
    """Why bytes are no whole picture of that kind ("PNG", "JPEG"), in Swedish; "" where they are.

    Says nothing of how many bytes there are.
    """
    try:
        with strictly():
            picture = Image.open(BytesIO(content), formats=[kind])
            if picture.width * picture.height > MAX_PIXELS:
                return TOO_MANY
            picture.load()
    except Image.DecompressionBombError:
        return TOO_MANY
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
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


def encoded(data: bytes) -> tuple[str, bytes]:
    """A PNG or JPEG written anew: its kind and bytes, no larger than a page needs.

    Raises UnidentifiedImageError for other formats, and OSError, SyntaxError or ValueError for a
    broken or too large one.
    """
    with strictly():
        try:
            picture = Image.open(BytesIO(data), formats=["PNG", "JPEG"])
        except Image.DecompressionBombError:
            raise ValueError("too many pixels") from None
        if picture.width * picture.height > MAX_PIXELS:
            raise ValueError("too many pixels")
        # A phone's JPEG may hold a second, smaller picture (MPO): the first is the picture.
        kind = "PNG" if picture.format == "PNG" else "JPEG"
        picture.load()
        ImageOps.exif_transpose(picture, in_place=True)
    whole: Image.Image = picture
    whole = whole if whole.mode in _MODES[kind] else whole.convert("RGB")
    if max(whole.size) > LONGEST_SIDE:
        whole = whole.convert("RGBA") if whole.mode in {"P", "1", "LA"} else whole
        whole.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return kind, _written(whole, kind)


def _written(picture: Image.Image, kind: str) -> bytes:
    # A new picture: what a camera or a program wrote beside it stays behind.
    bare = picture.copy()
    bare.info = {name: value for name, value in picture.info.items() if name == "transparency"}
    stream = BytesIO()
    bare.save(stream, kind, **({"quality": 85} if kind == "JPEG" else {}))
    return stream.getvalue()
