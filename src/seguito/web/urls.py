"""The page's addresses: one line each."""

from django.urls import path

from seguito.web.pages.add import views as add
from seguito.web.pages.debrief import views as debrief
from seguito.web.pages.interviews import views as interviews
from seguito.web.pages.note import views as note
from seguito.web.pages.outbox import views as outbox
from seguito.web.pages.people import views as people
from seguito.web.pages.settings import views as settings
from seguito.web.pages.today import views as today

urlpatterns = [
    path("", today.today, name="today"),
    path("add", add.add, name="add"),
    path("add/by-hand", add.by_hand, name="add-by-hand"),
    path("interviews", interviews.interviews, name="interviews"),
    path("interviews/<slug:interview>", interviews.interview, name="interview"),
    path("interviews/<slug:interview>/tell", interviews.tell, name="tell"),
    path("interviews/<slug:interview>/draft", interviews.draft, name="draft"),
    path("interviews/<slug:interview>/debrief", debrief.debrief, name="debrief"),
    path("interviews/<slug:interview>/debrief/all", debrief.whole, name="debrief-whole"),
    path("interviews/<slug:interview>/debrief/<slug:detail>", debrief.change, name="debrief-change"),
    path("follow-ups/<slug:follow_up>/done", interviews.done, name="done"),
    path("people", people.people, name="people"),
    path("people/<slug:person>", people.person, name="person"),
    path("notes/<slug:note>", note.note, name="note"),
    path("notes/<slug:note>/look", note.look, name="look"),
    path("notes/<slug:note>/keep", note.keep, name="keep"),
    path("notes/<slug:note>/answer", note.answer, name="answer"),
    path("notes/<slug:note>/apply", note.apply, name="apply"),
    path("notes/<slug:note>/use", note.use, name="use"),
    path("notes/<slug:note>/approve", note.approve, name="approve"),
    path("notes/<slug:note>/send", note.send, name="send"),
    path("notes/<slug:note>/revisions", note.revisions, name="revisions"),
    path("outbox", outbox.outbox, name="outbox"),
    path("outbox/sync", outbox.sync, name="sync"),
    path("outbox/<slug:delivery>", outbox.answer, name="outbox-answer"),
    path("outbox/<slug:delivery>/eml", outbox.eml, name="eml"),
    path("settings", settings.settings, name="settings"),
    path("settings/me", settings.me, name="me"),
    path("settings/servers", settings.servers, name="servers"),
    path("settings/everything.json", settings.everything, name="everything"),
    path("settings/copy.db", settings.copy, name="copy"),
    path("settings/account", settings.account, name="account"),
    path("settings/appearance", settings.appearance, name="appearance"),
]
