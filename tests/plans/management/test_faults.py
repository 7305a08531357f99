"""Why a file could not be read or written, in Swedish."""

from pathlib import Path

import pytest

from plans.management.faults import reason


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError) as error:
        (tmp_path / "saknas.json").read_bytes()
    assert reason(error.value) == "filen eller mappen finns inte"


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(OSError) as error:
        tmp_path.read_bytes()
    assert reason(error.value) == "det är en mapp"


def test_what_is_not_foreseen_says_its_number() -> None:
    assert reason(OSError(28, "No space left on device")) == "systemet svarade med fel 28"
