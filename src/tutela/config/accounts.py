"""Who may have a log-in, and how its second step is kept: nobody signs up alone, an administrator makes members."""

from __future__ import annotations

import os
from base64 import b32encode, b64decode, b64encode
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):
    """Sign-in with a name and password, then the second factor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing about an account goes by mail: a shared or watched mailbox would give it away."""


class OtherAccounts(DefaultSocialAccountAdapter):
    """Sign-in through an agency's own OpenID provider, for members that exist already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


class SecondStep(DefaultMFAAdapter):
    """Secrets of the second step lie closed in the database: a copy of it does not make anybody's codes.

    The key comes from TUTELA_SECRET_KEY. After a change of that key the old secrets fit no code: `tutela login --anew`.
    """

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(_NONCE)
        return b64encode(nonce + _cipher().encrypt(nonce, text.encode(), None)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        closed = b64decode(encrypted_text)
        try:
            return _cipher().decrypt(closed[:_NONCE], closed[_NONCE:], None).decode()
        except InvalidTag:
            return b32encode(os.urandom(20)).decode()  # a secret that nobody has: no code fits


_NONCE = 12


def _cipher() -> AESGCM:
    key: Any = HKDF(hashes.SHA256(), 32, salt=None, info=b"tutela second step 1")
    return AESGCM(key.derive(str(settings.SECRET_KEY).encode()))
