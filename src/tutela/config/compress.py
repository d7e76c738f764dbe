"""Pages go out compressed, but for those whose length could give a secret away.

Compression beside a secret tells an attacker who can put guesses into the same page and see its length (BREACH).
So nothing is compressed

- that answers a POST: such a page shows again what was typed;
- under /accounts/: codes and keys of signing in stand there; nor under /api/, whose answers are for programs;
- that another site's page asked for (the browser says so in `Sec-Fetch-Site`).

What is left shows nothing from its address beside anything secret: addresses hold random ids, numbers and ids of
provisions, and what somebody searches for is sent by POST. Django masks its form tokens anew in each response, the
key of a form is random each time, and the middleware adds a random number of bytes, so that a length says little
anyway. Static files hold no secrets; they are compressed beforehand and kept long.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

SECRETS = ("/accounts/", "/api/")


class Compress(GZipMiddleware):
    """Django's own compression, with padding, where it is safe."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compresses the answer to a GET that this site's own pages, or nobody's, asked for."""
        elsewhere = request.headers.get("Sec-Fetch-Site") == "cross-site"
        if request.method != "GET" or request.path.startswith(SECRETS) or elsewhere:
            return response
        return super().process_response(request, response)
