"""The finished file of an office program, packed so that the same content is the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP knows, which stands for none."""

NONE: Mapping[str, bytes] = MappingProxyType({})


def sealed(data: bytes, changed: Mapping[str, bytes] = NONE) -> bytes:
    """The same file without the time at which it was packed; `changed` are its parts made anew."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(_entry(name), changed.get(name) or old.read(name))
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type = ZIP_DEFLATED
    return entry
