"""Pictures of a Word file, as a plan may hold them: whole PNG or JPEG of a reasonable size."""

from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from uuid import UUID, uuid4

from PIL import Image, UnidentifiedImageError

from finsam.federations.pictures import FORMATS, encoded
from plans.document.content import Picture
from plans.document.html.normalise import WITHOUT_ALT
from plans.document.word.remarks import BROKEN_PICTURE, NO_ALT, Remarks, foreign_picture

MOST_BYTES = 10 * 1024 * 1024
"""Of all pictures together: they travel with the page until the plan is approved."""
LONGEST_ALT = 1000
_KINDS = {kind: media_type for media_type, kind in FORMATS.items()}


@dataclass(slots=True)
class Pictures:
    """The pictures taken so far."""

    remarks: Remarks
    taken: list[Picture] = field(default_factory=list)
    _left: int = MOST_BYTES
    _known: dict[tuple[str, str], UUID] = field(default_factory=dict)

    def take(self, name: str, data: bytes, alt: str) -> Picture | None:
        """The picture of a part (its name, its bytes), or None with a remark."""
        alt = " ".join(alt.split())[:LONGEST_ALT]
        key = self._known.get((name, alt))
        if key is not None:
            return next(picture for picture in self.taken if picture.key == key)
        picture = self._encoded(name, data, alt or WITHOUT_ALT)
        if picture is not None:
            self._keep(name, alt, picture)
        return picture

    def _keep(self, name: str, alt: str, picture: Picture) -> None:
        self._known[name, alt] = picture.key
        self.taken.append(picture)
        if not alt:
            self.remarks.add(NO_ALT)

    def _encoded(self, name: str, data: bytes, alt: str) -> Picture | None:
        try:
            kind, content = encoded(data)
        except UnidentifiedImageError:
            suffix = PurePosixPath(name).suffix.lstrip(".").upper()
            is_ours = suffix in {"PNG", "JPG", "JPEG", ""}
            self.remarks.add(BROKEN_PICTURE if is_ours else foreign_picture(suffix[:8]))
            return None
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            self.remarks.add(BROKEN_PICTURE)
            return None
        if len(content) > self._left:
            self.remarks.add(BROKEN_PICTURE)
            return None
        self._left -= len(content)
        coded = b64encode(content).decode("ascii")
        return Picture(key=uuid4(), media_type=_KINDS[kind], alt=alt, data=coded)
