"""In these tests a word of WeasyPrint's log is a failure."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def weasyprint_is_silent(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """No warning and no error, but where a test asks for the log itself."""
    caplog.set_level(logging.WARNING, logger="weasyprint")
    yield
    if "weasyprint_log" not in request.fixturenames:
        assert [record.getMessage() for record in caplog.get_records("call")] == []


@pytest.fixture
def weasyprint_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log, for tests of what is refused."""
    return caplog
