"""The file as one object: a plan's content, its format's number and what is computed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from plans.document.content import PlanContent


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedBudget:
    """Figures in kr by column name: the computed rows by name, and the groups by their key.

    What cannot be known (a closing equity without an opening) is not there.
    """

    rows: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """What the product computes from the rest of the file. It may be left out, or any part of it.

    What is there must agree: `shares` are percent by the member's key, as printed; `volumes` are
    the planned volumes by level and unit.
    """

    budget: ComputedBudget | None = None
    shares: Mapping[str, str] = field(default_factory=dict)
    volumes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile(PlanContent):
    """One federation's verksamhetsplan for one year. Amounts are whole kronor (SEK)."""

    # Holds for every dataclass below it as well.
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    format: Literal[5]
    computed: Computed | None = None

    def content(self) -> PlanContent:
        """The plan alone."""
        return PlanContent(**{part.name: getattr(self, part.name) for part in fields(PlanContent)})


PLAN_FILE: TypeAdapter[PlanFile] = TypeAdapter(PlanFile)


class _Schema(GenerateJsonSchema):
    """The published schema: says which JSON Schema it is written in."""

    def generate(self, schema: Any, mode: Any = "validation") -> dict[str, Any]:
        generated = super().generate(schema, mode)
        return {"$schema": self.schema_dialect, **generated, "title": "Finsam plan file, format 5"}


def schema_text() -> str:
    """The JSON Schema as it is published in `docs/plan.schema.json`."""
    schema = PLAN_FILE.json_schema(schema_generator=_Schema)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
