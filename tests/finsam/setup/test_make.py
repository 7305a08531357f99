import os
import subprocess

import pytest

from finsam.setup.__main__ import COMMANDS
from finsam.setup.checkout import ROOT


@pytest.mark.parametrize("name", ["run", "test", "bench", "stop"])
def test_each_command_of_make_is_one_of_the_set_up(name: str) -> None:
    command = ["make", "--no-print-directory", "-n", name]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (shown.stdout, name in COMMANDS) == (f"exec python3 -m finsam.setup {name}\n", True)


def test_a_port_that_is_none_stops_at_once_with_a_message() -> None:
    env = os.environ | {"PORT": "abc"}
    done = subprocess.run(["make", "run"], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 2
    assert "PORT must be a number" in done.stderr


def test_the_set_up_needs_nothing_but_python() -> None:
    code = "import finsam.setup.__main__, sys; print('django' in sys.modules)"
    command = ["python3", "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "False\n"
