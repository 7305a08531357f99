"""The skeleton's keys: the same for the same part in every plan, as a copied plan keeps its own."""

from uuid import UUID, uuid5

SKELETON = UUID("0b6f3d0e-3f0c-4b4e-9a6b-5c9b7a5f2d11")


def key(*path: object) -> UUID:
    """The key of a part of the skeleton."""
    return uuid5(SKELETON, "/".join(map(str, path)))
