"""A frozen version as a document again."""

from collections.abc import Mapping
from uuid import UUID

from plans.document.content import PlanContent, Status
from plans.document.document import Document, document_of
from plans.document.fileformat import parse
from plans.models import PlanVersion


def content_of_version(version: PlanVersion) -> PlanContent:
    """What the version says, through the upgraders of its format."""
    return parse(bytes(version.json)).content()


def document_of_version(
    version: PlanVersion, *, pictures: Mapping[UUID, str] | None = None
) -> Document:
    """The version as it is read; a decided one is named by its decisions."""
    content = content_of_version(version)
    label = "" if content.status == Status.DECIDED else version.label
    return document_of(content, pictures=pictures, label=label)
