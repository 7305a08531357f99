"""No secret stands in what is kept of the product: whoever reads the code reads it all."""

import re
import subprocess
from pathlib import Path

import pytest

from finsam.setup.checkout import ROOT

SECRETS = {
    "a private key": re.compile(rb"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/]"),
    "a token of a known kind": re.compile(
        rb"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22}|glpat-[\w-]{20}"
        rb"|xox[abprs]-[\w-]{10}|sk-[A-Za-z0-9]{32}|SG\.[\w-]{22}\.[\w-]{43}|AIza[\w-]{35})"
    ),
    "a signed token": re.compile(rb"\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}"),
    # Values that only look like one are words of the tests, or dots in the handbook.
    "a password in an address": re.compile(
        rb"\b[a-z+]{3,}://[\w.%+@-]*:(?!(?:secret|hemligt|password|p%40ss|\xe2\x80\xa6|\.\.\.)\b"
        rb"|\xe2\x80\xa6)[^\s:/@\"'{}$<>|(\[]{6,}@[a-z]"
    ),
    "an assigned secret": re.compile(
        rb"(?i)\b(?:secret_key|api_key|auth_token|db_password)\b\s*=\s*[\"']?[A-Za-z0-9+/_-]{32,}"
    ),
}
FORBIDDEN = re.compile(r"(?:^|/)(?:\.env(?:\..*)?|id_(?:rsa|ed25519)|.*\.(?:pem|p12|key|dump))$")


def kept() -> list[str]:
    """The files that git keeps."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in done.stdout.decode().split("\0") if name]


@pytest.mark.parametrize("kind", SECRETS)
def test_no_file_holds_a_secret(kind: str) -> None:
    files = [Path(ROOT, name) for name in kept()]
    held = {
        str(file.relative_to(ROOT)): found[0][:60]
        for file in files
        if file.is_file() and (found := SECRETS[kind].search(file.read_bytes()))
    }
    assert held == {}


def test_no_file_is_one_that_holds_secrets() -> None:
    names = kept()
    assert [name for name in names if FORBIDDEN.search(name)] == []
    assert [name for name in names if name.startswith("var/")] == []


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("a private key", b"-----BEGIN RSA PRIVATE " + b"KEY-----\nMIIEow"),
        ("a token of a known kind", b"token: ghp" + b"_" + b"a1B2" * 9),
        ("a signed token", b"eyJ" + b"a" * 30 + b".eyJ" + b"b" * 30 + b"." + b"c" * 30),
        ("a password in an address", b"postgresql://app" + b":k7Qx2mZ9@db"),
        ("an assigned secret", b"SECRET_KEY" + b" = '" + b"a1B2" * 10),
    ],
)
def test_a_secret_would_be_found(kind: str, written: bytes) -> None:
    assert SECRETS[kind].search(written)
