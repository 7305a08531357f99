import pytest

from finsam.setup.product import is_demo


@pytest.mark.parametrize(("demo", "is_so"), [(None, True), ("", True), ("1", True), ("0", False)])
def test_examples_are_for_demo_mode_and_never_for_real_use(
    demo: str | None, is_so: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEMO", raising=False)
    if demo is not None:
        monkeypatch.setenv("DEMO", demo)
    assert is_demo() is is_so
