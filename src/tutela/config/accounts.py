"""Who may have a log-in: nobody signs up alone, an administrator of an agency makes members."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
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
