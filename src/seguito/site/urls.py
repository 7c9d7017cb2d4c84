"""All addresses of the server: the page's, and LanguageTool's protocol for programs on this machine."""

from django.urls import include, path

from seguito.web.languagetool import views as languagetool

urlpatterns = [
    path("v2/check", languagetool.check),
    path("v2/languages", languagetool.languages),
    path("", include("seguito.web.urls")),
]
handler404 = "seguito.web.problems.nowhere"
handler500 = "seguito.web.problems.defect"
