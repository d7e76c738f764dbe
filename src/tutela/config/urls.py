"""Every address of the installation: signing in, and the doors that are there."""

from importlib.util import find_spec

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path


def not_offered(request: HttpRequest) -> HttpResponse:
    """Nobody signs up alone, and nothing about an account goes by mail: such pages are not there."""
    raise Http404


urlpatterns: list[URLPattern | URLResolver] = [
    re_path(
        r"^accounts/(?:signup|email|confirm-email|password/set|password/reset|login/code|social|3rdparty/signup)/",
        not_offered,
        name="not_offered",
    ),
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
if find_spec("tutela.doors") and find_spec("tutela.doors.api") and find_spec("tutela.doors.api.urls"):
    urlpatterns.append(path("api/", include("tutela.doors.api.urls")))
if find_spec("tutela.doors") and find_spec("tutela.doors.portal") and find_spec("tutela.doors.portal.urls"):
    urlpatterns.append(path("my/", include("tutela.doors.portal.urls")))
if find_spec("tutela.doors") and find_spec("tutela.doors.web") and find_spec("tutela.doors.web.urls"):
    urlpatterns.append(path("", include("tutela.doors.web.urls")))

handler400 = "tutela.doors.web.views.errors.bad"
handler403 = "tutela.doors.web.views.errors.forbidden"
handler404 = "tutela.doors.web.views.errors.missing"
handler500 = "tutela.doors.web.views.errors.broken"
