"""An OpenID Connect issuer on this machine: it publishes its keys, counts who reads them, signs what a test says."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

AUDIENCE = "maison"


class LocalIssuer:
    """`documents` is what it answers by path; `reads` are the paths that were read."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.reads: list[str] = []
        self.rsa = rsa.generate_private_key(65537, 2048)
        self.ec = ec.generate_private_key(ec.SECP256R1())
        public = [
            RSAAlgorithm.to_jwk(self.rsa.public_key(), as_dict=True) | {"kid": "rsa-1", "use": "sig", "alg": "RS256"},
            ECAlgorithm.to_jwk(self.ec.public_key(), as_dict=True) | {"kid": "ec-1", "use": "sig", "alg": "ES256"},
        ]
        self.documents: dict[str, Any] = {
            "/.well-known/openid-configuration": {"issuer": url, "jwks_uri": f"{url}/keys"},
            "/keys": {"keys": public},
        }

    def token(self, kid: str | None = "rsa-1", algorithm: str = "RS256", key: Any = None, **claims: Any) -> str:
        """A token that is good but for what is said here; a claim of None is left out."""
        now = time.time()
        good = {"iss": self.url, "aud": AUDIENCE, "sub": "ada@example.org", "iat": now, "exp": now + 300}
        chosen = {name: value for name, value in (good | claims).items() if value is not None}
        signing = key if key is not None else self.rsa if algorithm == "RS256" else self.ec
        return jwt.encode(chosen, signing, algorithm, headers={"kid": kid} if kid else {})


@contextmanager
def issuing() -> Iterator[LocalIssuer]:
    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            issuer.reads.append(self.path)
            document = issuer.documents.get(self.path)
            self.send_response(200 if document is not None else 404)
            self.end_headers()
            self.wfile.write(json.dumps(document).encode())

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    issuer = LocalIssuer(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
