"""All addresses of the server: the page's."""

from django.urls import include, path

urlpatterns = [path("", include("seguito.web.urls"))]
