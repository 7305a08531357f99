import pytest

from finsam.federations.models import Federation
from finsam.members.models import Member
from finsam.rows import delete_others, upsert
from tests.strategies.plans import key

pytestmark = pytest.mark.django_db

UNIQUE = ("federation", "key")


@pytest.fixture
def federation() -> Federation:
    return Federation.objects.create(slug="fjallbygden", name="Fjällbygden", short_name="Fjäll")


def test_a_row_is_updated_where_its_key_stands_and_keeps_what_is_not_named(
    federation: Federation,
) -> None:
    known = {"federation": federation, "key": key("a"), "kind": "region"}
    old = Member.objects.create(**known, name="A", short_name="kort")
    [row] = upsert(Member, UNIQUE, [known | {"name": "B"}])
    assert list(Member.objects.values_list("pk", "name", "short_name")) == [(old.pk, "B", "kort")]
    assert row.pk == old.pk


def test_a_row_is_created_where_its_key_is_new(federation: Federation) -> None:
    values = [{"federation": federation, "key": key(name), "name": name, "kind": "region"}
              for name in "ab"]  # fmt: skip
    rows = upsert(Member, UNIQUE, values)
    assert [row.pk for row in rows] == [Member.objects.get(name=name).pk for name in "ab"]


def test_nothing_wanted_writes_nothing() -> None:
    assert upsert(Member, UNIQUE, []) == []


def test_only_what_is_not_wanted_is_deleted(federation: Federation) -> None:
    for name in "abc":
        Member.objects.create(federation=federation, key=key(name), name=name, kind="region")
    delete_others(federation.members.all(), [key("a"), key("c")])
    assert set(Member.objects.values_list("name", flat=True)) == {"a", "c"}
