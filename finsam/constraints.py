"""A constraint that Django has no word for: rows belong together only within one whole."""

from typing import Any

from django.db import models
from django.db.models.constraints import BaseConstraint


class WithinOne(BaseConstraint):
    """A row points by `via` only at rows of its own `whole`: no budget's line below another's.

    In the database a foreign key of both columns. The row pointed at needs a unique constraint
    of its id and `whole`, see `one_of`.
    """

    def __init__(self, *, via: str, whole: str, name: str) -> None:
        super().__init__(name=name)
        self.via = via
        self.whole = whole

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Made last in its migration: what makes the row pointed at unique may come after it."""
        quote = schema_editor.quote_name
        fields = model._meta.get_field(self.via), model._meta.get_field(self.whole)
        own = ", ".join(quote(field.column) for field in fields)
        schema_editor.deferred_sql.append(
            f"ALTER TABLE {quote(model._meta.db_table)} ADD CONSTRAINT {quote(self.name)} "
            f"FOREIGN KEY ({own}) REFERENCES {quote(fields[0].related_model._meta.db_table)} "
            f"({quote('id')}, {quote(fields[1].column)}) DEFERRABLE INITIALLY DEFERRED"
        )

    constraint_sql = create_sql

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """The database's to hold: no form offers a row of another whole."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, tuple(args), {**kwargs, "via": self.via, "whole": self.whole}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WithinOne):
            return NotImplemented
        return self.deconstruct() == other.deconstruct()


def one_of(whole: str, name: str) -> models.UniqueConstraint:
    """What lets other rows point at a row together with the whole that it is part of."""
    return models.UniqueConstraint(fields=["id", whole], name=name)
