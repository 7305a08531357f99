import pytest

from finsam.refusal import Refusal
from finsam.setup import system
from finsam.setup.system import Need


def test_nothing_is_done_where_nothing_is_missing() -> None:
    system.install([Need("certainly-not-a-package", lambda: True)])


def test_what_may_not_be_installed_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # No apt-get and no sudo on the path: the machine of somebody without rights.
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refusal) as refused:
        system.install([Need("libpango-1.0-0", lambda: False), Need("qpdf", lambda: True)])
    assert "lacks libpango-1.0-0" in str(refused.value)
    assert "    sudo apt-get install --no-install-recommends" in str(refused.value)


def test_the_command_keeps_debian_from_making_a_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_cluster_choice", lambda: False)
    typed = system.instructions(["postgresql"])
    assert typed.index("create_main_cluster = false") < typed.index("apt-get install")


def test_a_library_that_is_nowhere_is_missing() -> None:
    assert system.library("libnowhere.so.0")() is False


def test_a_program_is_found_under_any_of_its_names() -> None:
    assert system.program("nowhere", "sh")() is True
