"""A device that keeps passkeys, in Python: what a browser would send."""

import json
import os
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG


class SoftKey:
    """One passkey. `origin`: what page the browser shows; `is_verified`: a finger was laid."""

    def __init__(self, *, origin: str = "http://localhost", is_verified: bool = True) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)
        self.origin = origin
        self.flags = FLAG.UP | (FLAG.UV if is_verified else FLAG(0))

    def make(self, options: Any) -> str:
        """The passkey made for the page's options, as the page sends it."""
        asked = options["creation_options"]["publicKey"]
        self.rp_id, self.user = asked["rp"]["id"], asked["user"]["id"]
        cose = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        data = AuthenticatorData.create(
            sha256(self.rp_id.encode()).digest(),
            self.flags | FLAG.AT,
            0,
            AttestedCredentialData.create(Aaguid.NONE, self.id, cose),
        )
        said = CollectedClientData.create("webauthn.create", asked["challenge"], self.origin)
        answer = {
            "clientDataJSON": websafe_encode(said),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        }
        return self._sent(answer)

    def show(self, options: Any) -> str:
        """The passkey shown to the page, as the page sends it."""
        asked = options["request_options"]["publicKey"]
        data = AuthenticatorData.create(sha256(self.rp_id.encode()).digest(), self.flags, 0)
        said = CollectedClientData.create("webauthn.get", asked["challenge"], self.origin)
        signature = self.key.sign(bytes(data) + said.hash, ec.ECDSA(hashes.SHA256()))
        answer = {
            "clientDataJSON": websafe_encode(said),
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(signature),
            "userHandle": self.user,
        }
        return self._sent(answer)

    def _sent(self, answer: dict[str, str]) -> str:
        own = websafe_encode(self.id)
        return json.dumps(
            {
                "id": own,
                "rawId": own,
                "type": "public-key",
                "response": answer,
                "clientExtensionResults": {"credProps": {"rk": True}},
            }
        )
