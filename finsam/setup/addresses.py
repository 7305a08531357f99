"""Where the product is served: the port, and what answers there. Only this machine reaches it."""

import errno
import http.client
import json
import os
import socket

from finsam.refusal import Refusal

IPV4, IPV6 = "127.0.0.1", "::1"


def wanted_port() -> int:
    """PORT from the environment, 8000 without one."""
    given = os.environ.get("PORT", "").strip() or "8000"
    if not given.isascii() or not given.isdigit() or not 0 < int(given) < 65536:
        raise Refusal(f"PORT must be a number from 1 to 65535, not {given!r}.")
    return int(given)


def address(port: int) -> str:
    return f"http://localhost:{port}"


def local_hosts() -> list[str]:
    """The names of this machine to listen at: browsers may take localhost for either."""
    return [IPV4, f"[{IPV6}]"] if can_bind(socket.AF_INET6, IPV6, 0) else [IPV4]


def can_bind(family: socket.AddressFamily, host: str, port: int) -> bool:
    try:
        bind(family, host, port)
    except OSError:
        return False
    return True


def bind(family: socket.AddressFamily, host: str, port: int) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))


def refuse_if_taken(port: int) -> None:
    """Say so when somebody else listens at the port, or when we may not."""
    try:
        bind(socket.AF_INET, IPV4, port)
        if can_bind(socket.AF_INET6, IPV6, 0):
            bind(socket.AF_INET6, IPV6, port)
    except PermissionError:
        raise Refusal(f"Port {port} is for root only. Choose one above 1023.") from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise Refusal(
            f"Port {port} is taken by another program. Choose another one:\n"
            f"    make run PORT={port + 10 if port < 65000 else 8010}"
        ) from None


def is_healthy(port: int) -> bool:
    """Whether /healthz answers 200 and ok."""
    connection = http.client.HTTPConnection(IPV4, port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": allowed_host()})
        answer = connection.getresponse()
        return answer.status == 200 and json.load(answer) == {"status": "ok"}
    except (OSError, ValueError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def allowed_host() -> str:
    """A host name that the product accepts."""
    first = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".")
    return first if first and first != "*" else "localhost"
