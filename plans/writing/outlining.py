"""The outline of a plan: sections added, moved, set, ticked, removed and put back.

Each verb is one transaction that holds the plan's row, so that two who move at once come one
after the other, and is recorded in the history. Gone is raised where a section has been removed,
CannotMove where it may not stand where it was wanted.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from finsam.editions import Gone
from finsam.members.models import User
from goals.content import GoalLayout
from plans.document import content
from plans.document.fileformat.canonical import plain
from plans.document.loading import BLOCK, section_tree
from plans.models import Change, Plan, Section
from plans.writing.history import record
from plans.writing.ordering import (
    CannotMove,
    Order,
    Top,
    Way,
    appendices_last,
    as_appendix,
    keys,
    moved,
    spot,
    with_child,
    with_top,
    without,
)
from plans.writing.references import living_block
from plans.writing.units import WHOLE

NEW, NEW_APPENDIX = "Nytt avsnitt", "Ny bilaga"
NUMBERING = "numbering"
"""The kind of a change of how many levels of the plan are numbered."""

__all__ = ["CannotMove", "Gone", "Way"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a verb did: with which section, and its record (None where nothing changed)."""

    section: Section
    change: Change | None


@transaction.atomic
def add_section(
    plan: Plan,
    *,
    kind: str,
    by: User,
    after: UUID | None = None,
    is_child: bool = False,
    is_appendix: bool = False,
) -> Done:
    """Add an empty section of a kind: after a given one, in it, or last."""
    outline = _Outline(plan)
    block = _new_block(plan, kind)
    heading = NEW_APPENDIX if is_appendix else NEW
    new = content.Section(key=uuid4(), heading=heading, block=block, is_appendix=is_appendix)
    order = _with_new(outline.order, new, outline.known(after), is_child)
    section = outline.make(new, order)
    return _recorded(plan, section, Change.Action.ADDED, by, after=outline.stored(new.key))


@transaction.atomic
def move_section(plan: Plan, key: UUID, way: Way, *, by: User, other: UUID | None = None) -> Done:
    """Move a section a step, a level, or to a place beside or in another one."""
    outline = _Outline(plan)
    return _replaced(
        outline, key, moved(outline.order, outline.row(key).key, way, outline.known(other)), by
    )


@transaction.atomic
def put_in_place(plan: Plan, key: UUID, place: Mapping[str, Any], *, by: User) -> Done:
    """Move a section to a place of the history, or as near as can be."""
    outline = _Outline(plan)
    section = _tree(outline.stored(outline.row(key).key)["tree"])
    tree = replace(section, is_appendix=place.get("is_appendix", False))
    return _replaced(outline, key, _with_old(without(outline.order, key), tree, place), by)


@transaction.atomic
def set_appendix(plan: Plan, key: UUID, is_appendix: bool, *, by: User) -> Done:
    """Make a section the last appendix, or the body's last section."""
    outline = _Outline(plan)
    order = as_appendix(outline.order, outline.row(key).key, is_appendix)
    return _replaced(outline, key, order, by)


@transaction.atomic
def set_options(plan: Plan, key: UUID, block: content.Block, *, by: User) -> Done:
    """Say what stands under a section's text, and how."""
    options = plain(living_block(block, plan))
    return _set(plan, key, by, kind=options.pop("kind"), options=options)


@transaction.atomic
def set_done(plan: Plan, key: UUID, is_done: bool, *, by: User) -> Done:
    """Tick a section as done, or take the tick away."""
    return _set(plan, key, by, is_done=is_done)


@transaction.atomic
def set_numbering(plan: Plan, depth: int, *, by: User) -> Change | None:
    """Number none, one or two levels of the body."""
    locked = _locked(plan)
    before, after = {"numbering_depth": locked.numbering_depth}, {"numbering_depth": depth}
    if before == after:
        return None
    plan.numbering_depth = depth
    Plan.objects.filter(pk=plan.pk).update(numbering_depth=depth)
    return record(
        plan,
        kind=NUMBERING,
        key=WHOLE,
        name="Numrering",
        action=Change.Action.EDITED,
        by=by,
        before=before,
        after=after,
    )


@transaction.atomic
def remove_section(plan: Plan, key: UUID, *, by: User) -> Done:
    """Take a section with those in it out of the plan; the history keeps it all."""
    outline = _Outline(plan)
    section, stored = outline.row(key), outline.stored(key)
    done = _recorded(plan, section, Change.Action.REMOVED, by, before=stored)
    outline.remove(key)
    return done


@transaction.atomic
def put_back_section(plan: Plan, key: UUID, stored: Mapping[str, Any], *, by: User) -> Done:
    """Put a removed section back with those in it, where it stood or as near as can be.

    Raises CannotMove where it, or one that was in it, is there already.
    """
    outline = _Outline(plan)
    tree = _tree(stored["tree"])
    if any(one.key in outline.rows for one in tree.walk()):
        raise CannotMove("Avsnittet finns redan i planen.")
    order = _with_old(outline.order, tree, stored["place"])
    section = outline.make(tree, order, editions=stored.get("editions", {}))
    return _recorded(plan, section, Change.Action.ADDED, by, after=outline.stored(key))


class _Outline:
    """A plan's sections while the plan is held."""

    def __init__(self, plan: Plan) -> None:
        self.plan = _locked(plan)
        self.rows = {row.key: row for row in plan.sections.order_by("position", "pk")}
        below: dict[int | None, list[Section]] = defaultdict(list)
        for row in self.rows.values():
            below[row.parent_id].append(row)
        tops = (
            Top(
                key=row.key,
                is_appendix=row.is_appendix,
                below=tuple(child.key for child in below[row.pk]),
            )
            for row in below[None]
        )
        self.order: Order = appendices_last(tuple(tops))

    def known(self, key: UUID | None) -> UUID | None:
        """The key, of a section that is there. Raises Gone."""
        return key if key is None else self.row(key).key

    def row(self, key: UUID) -> Section:
        if key not in self.rows:
            raise Gone
        return self.rows[key]

    def arrange(self, order: Order) -> None:
        """Store an order: who stands in whom, and every position."""
        parents = {below: top.key for top in order for below in top.below}
        appendices = {top.key for top in order if top.is_appendix}
        changed = []
        for position, key in enumerate(keys(order)):
            row = self.rows[key]
            parent = self.rows[parents[key]] if key in parents else None
            wanted = (position, parent.pk if parent else None, key in appendices)
            if (row.position, row.parent_id, row.is_appendix) != wanted:
                row.position, row.parent, row.is_appendix = position, parent, key in appendices
                changed.append(row)
        Section.objects.bulk_update(changed, ["position", "parent", "is_appendix"])
        self.order = order

    def make(
        self,
        section: content.Section,
        order: Order,
        editions: Mapping[str, list[int]] | None = None,
    ) -> Section:
        """Store a new section, and those in it, in an order that has room for them."""
        for one in section.walk():
            parent = None if one is section else self.rows[section.key]
            self.rows[one.key] = self._row(one, parent, (editions or {}).get(str(one.key)))
        self.arrange(order)
        return self.rows[section.key]

    def _row(
        self, one: content.Section, parent: Section | None, editions: list[int] | None
    ) -> Section:
        options = plain(living_block(one.block, self.plan))
        # What comes back is another edition than what anybody had before it was removed.
        text, heading = editions or [0, 0]
        return Section.objects.create(
            plan=self.plan,
            parent=parent,
            key=one.key,
            heading=one.heading,
            html=one.html,
            kind=options.pop("kind"),
            options=options,
            is_appendix=one.is_appendix,
            is_done=one.is_done,
            edition=text + 1,
            heading_edition=heading + 1,
        )

    def remove(self, key: UUID) -> None:
        """Delete a section with those in it, and close the gap."""
        order = without(self.order, key)
        self.rows[key].delete()
        self.arrange(order)

    def place(self, key: UUID) -> dict[str, Any]:
        """Where a section stands, as the history has it."""
        parent, index = spot(self.order, key)
        row = self.rows[key]
        return {
            "parent": str(parent) if parent else None,
            "position": index,
            "is_appendix": row.is_appendix,
        }

    def stored(self, key: UUID) -> dict[str, Any]:
        """A section with those in it as the history keeps it, with the editions they had."""
        below = [self.rows[one] for one in self._below(key)]
        rows = [self.rows[key], *below]
        return {
            "place": self.place(key),
            "tree": plain(section_tree(self.rows[key], below)),
            "editions": {str(row.key): [row.edition, row.heading_edition] for row in rows},
        }

    def _below(self, key: UUID) -> tuple[UUID, ...]:
        return next((top.below for top in self.order if top.key == key), ())


def _locked(plan: Plan) -> Plan:
    """The plan's row, held until the transaction ends."""
    return Plan.objects.select_for_update().get(pk=plan.pk)


def _new_block(plan: Plan, kind: str) -> content.Block:
    """The block of a new section: goals in the layout that the federation is used to."""
    if kind == Section.Kind.GOALS:
        return content.GoalsBlock(layout=GoalLayout(plan.federation.default_goal_layout))
    return BLOCK.validate_python({"kind": kind})


def _with_new(order: Order, new: content.Section, after: UUID | None, is_child: bool) -> Order:
    if after is None:
        return with_top(order, Top(key=new.key, is_appendix=new.is_appendix), len(order))
    parent, index = spot(order, after)
    if is_child:
        return with_child(order, parent or after, new.key, None if parent is None else index + 1)
    top = index if parent is None else spot(order, parent)[1]
    return with_top(order, Top(key=new.key, is_appendix=new.is_appendix), top + 1)


def _with_old(order: Order, tree: content.Section, place: Mapping[str, Any]) -> Order:
    """Where it stood; on the first level where what it stood in is gone or no longer above."""
    tops = {str(top.key): top for top in order}
    parent = tops.get(place["parent"] or "")
    if parent is not None and not tree.sections:
        return with_child(order, parent.key, tree.key, place["position"])
    below = tuple(one.key for one in tree.sections)
    index = len(order) if place["parent"] else place["position"]
    return with_top(order, Top(key=tree.key, is_appendix=tree.is_appendix, below=below), index)


def _tree(stored: Mapping[str, Any]) -> content.Section:
    """A section out of the history's JSON."""
    fields = {name: stored[name] for name in ("heading", "html", "is_appendix", "is_done")}
    return content.Section(
        key=UUID(stored["key"]),
        block=BLOCK.validate_python(stored["block"]),
        sections=tuple(map(_tree, stored["sections"])),
        **fields,
    )


def _replaced(outline: _Outline, key: UUID, order: Order, by: User) -> Done:
    """Store a section's new place and record it, where it is another."""
    section, before = outline.row(key), outline.place(key)
    outline.arrange(order)
    after = outline.place(key)
    if before == after:
        return Done(section=section, change=None)
    moved_ = Change.Action.MOVED
    return _recorded(outline.plan, section, moved_, by, before=before, after=after)


def _set(plan: Plan, key: UUID, by: User, **values: Any) -> Done:
    """Set what is chosen for a section and record it, where it is another."""
    _locked(plan)
    section = plan.sections.filter(key=key).first()
    if section is None:
        raise Gone
    before = {name: getattr(section, name) for name in values}
    if before == values:
        return Done(section=section, change=None)
    for name, value in values.items():
        setattr(section, name, value)
    section.save(update_fields=list(values))
    return _recorded(plan, section, Change.Action.EDITED, by, before=before, after=values)


def _recorded(
    plan: Plan,
    section: Section,
    action: Change.Action,
    by: User,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Done:
    change = record(
        plan,
        kind="section",
        key=section.key,
        name=section.heading,
        action=action,
        by=by,
        before=before,
        after=after,
    )
    return Done(section=section, change=change)
