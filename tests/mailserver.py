"""A real mail server on this machine, for tests that send: it keeps what it is given."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from pytest_django.fixtures import Settings

SENDER = "plan@finsam.example"


class MailServer:
    """Listens at a port of its own, also after it has been down. `messages` came, in order."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        """What to answer for a recipient, other than yes: "550 5.1.1 No such user"."""
        self.on_message: Callable[[], None] = lambda: None
        """Called when a letter has come and the sender does not know it yet."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._controller: Any = None

    @property
    def url(self) -> str:
        """What EMAIL_URL says."""
        return f"smtp://127.0.0.1:{self.port}?from={SENDER}"

    def up(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def down(self) -> None:
        self._controller.stop()

    def use(self, settings: Settings) -> None:
        """Let this process send by it."""
        settings.IS_MAIL_CONFIGURED = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", self.port
        settings.DEFAULT_FROM_EMAIL = SENDER

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        self.on_message()
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that is up."""
    server = MailServer()
    server.up()
    try:
        yield server
    finally:
        server.down()
