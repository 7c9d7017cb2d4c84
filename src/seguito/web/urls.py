"""The page's addresses: one line each."""

from django.urls import path

from seguito.web.pages.add import views as add
from seguito.web.pages.debrief import views as debrief
from seguito.web.pages.interviews import views as interviews
from seguito.web.pages.me import views as me
from seguito.web.pages.note import views as note
from seguito.web.pages.outbox import views as outbox
from seguito.web.pages.today import views as today

urlpatterns = [
    path("", today.today, name="today"),
    path("add", add.add, name="add"),
    path("add/by-hand", add.by_hand, name="add-by-hand"),
    path("me", me.me, name="me"),
    path("language", me.language, name="language"),
    path("interviews", interviews.interviews, name="interviews"),
    path("interviews/<slug:interview>", interviews.interview, name="interview"),
    path("interviews/<slug:interview>/tell", interviews.tell, name="tell"),
    path("interviews/<slug:interview>/debrief", debrief.debrief, name="debrief"),
    path("interviews/<slug:interview>/draft", interviews.draft, name="draft"),
    path("notes/<slug:note>", note.note, name="note"),
    path("notes/<slug:note>/answer", note.answer, name="answer"),
    path("notes/<slug:note>/approve", note.approve, name="approve"),
    path("notes/<slug:note>/send", note.send, name="send"),
    path("outbox", outbox.outbox, name="outbox"),
    path("outbox/<slug:delivery>", outbox.answer, name="outbox-answer"),
]
