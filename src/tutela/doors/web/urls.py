"""The addresses of the web door. Ids in them are random; nothing typed is ever part of one."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import (
    beds,
    caseload,
    charges,
    components,
    doing,
    home,
    instrument,
    monitor,
    people,
    preferences,
    referrals,
    screening,
    signing,
)

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("urgent/", home.urgent, name="urgent"),
    path("people/", people.people, name="people"),
    path("caseload/", caseload.caseload, name="caseload"),
    path("beds/", beds.beds, name="beds"),
    path("beds/<uuid:place_id>/", beds.bed, name="bed"),
    path("cases/<uuid:case_id>/beds/", beds.case_beds, name="case_beds"),
    path("cases/<uuid:case_id>/", people.case, name="case"),
    path("cases/<uuid:case_id>/name/", people.name, name="name"),
    path("cases/<uuid:case_id>/charges/", charges.charges, name="charges"),
    path(
        "cases/<uuid:case_id>/letters/<uuid:letter_id>/<slug:language>/<slug:kind>/",
        charges.letter,
        name="letter",
    ),
    path("cases/<uuid:case_id>/do/<slug:action_name>/", doing.do, name="case_do"),
    path("do/", home.do_list, name="do"),
    path("do/<slug:action_name>/", doing.do, name="do_action"),
    path("screen/", screening.screen, name="screen"),
    path("screen/<uuid:screening_id>/", screening.page, name="screening"),
    path("screen/<uuid:screening_id>/result/", screening.result, name="screening_result"),
    path("screen/<uuid:screening_id>/card/", screening.card, name="screening_card"),
    path("referrals/", referrals.referrals, name="referrals"),
    path("monitor/", monitor.board, name="monitor"),
    path("monitor/files/<uuid:subject_id>/", monitor.file, name="monitor_file"),
    path("monitor/<slug:what>/", monitor.behind, name="behind"),
    path("alerts/", monitor.alerts, name="alerts"),
    path("instrument/", instrument.instrument, name="instrument"),
    path("instrument/stories/<slug:story>/", instrument.story, name="story"),
    path("instrument/<str:provision_id>/", instrument.one, name="provision"),
    path("words/", instrument.glossary, name="words"),
    path("harm/", instrument.harm, name="harm"),
    path("components/", components.components, name="components"),
    path("preferences/language/", preferences.language, name="language"),
    path("preferences/theme/", preferences.theme, name="theme"),
    path("demo/sign-in/", signing.demo, name="demo_sign_in"),
]
