"""The page's addresses: one line each."""

from django.urls import path

from seguito.web.pages.add import views as add
from seguito.web.pages.applications import views as applications
from seguito.web.pages.card import views as card
from seguito.web.pages.debrief import views as debrief
from seguito.web.pages.erase import views as erase
from seguito.web.pages.houses import views as houses
from seguito.web.pages.interviews import views as interviews
from seguito.web.pages.merge import views as merge
from seguito.web.pages.note import views as note
from seguito.web.pages.outbox import views as outbox
from seguito.web.pages.paper import views as paper
from seguito.web.pages.people import views as people
from seguito.web.pages.settings import views as settings
from seguito.web.pages.settings.ahead import ahead
from seguito.web.pages.settings.words import words
from seguito.web.pages.today import views as today

urlpatterns = [
    path("", today.today, name="today"),
    path("add", add.add, name="add"),
    path("add/by-hand", add.by_hand, name="add-by-hand"),
    path("see-demo", add.see_demo, name="see-demo"),
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
    path("people/<slug:person>/merge", merge.people, name="merge"),
    path("people/<slug:person>/erase", erase.erase, name="erase"),
    path("houses", houses.houses, name="houses"),
    path("houses/<slug:house>", houses.house, name="house"),
    path("houses/<slug:house>/merge", merge.houses, name="merge-houses"),
    path("applications", applications.applications, name="applications"),
    path("applications/<slug:application>/facts", applications.application, name="application-facts"),
    path("notes/<slug:note>", note.note, name="note"),
    path("notes/<slug:note>/look", note.look, name="look"),
    path("notes/<slug:note>/keep", note.keep, name="keep"),
    path("notes/<slug:note>/answer", note.answer, name="answer"),
    path("notes/<slug:note>/apply", note.apply, name="apply"),
    path("notes/<slug:note>/use", note.use, name="use"),
    path("notes/<slug:note>/approve", note.approve, name="approve"),
    path("notes/<slug:note>/send", note.send, name="send"),
    path("notes/<slug:note>/revisions", note.revisions, name="revisions"),
    path("notes/<slug:note>/card", card.card, name="card"),
    path("notes/<slug:note>/card/<slug:part>.pdf", card.printed, name="card-pdf"),
    path("notes/<slug:note>/card/<slug:part>/<int:number>.png", card.picture, name="card-picture"),
    path("notes/<slug:note>/posted", card.posted, name="posted"),
    path("notes/<slug:note>/arrived", card.arrived, name="arrived"),
    path("outbox", outbox.outbox, name="outbox"),
    path("outbox/sync", outbox.sync, name="sync"),
    path("outbox/<slug:delivery>", outbox.answer, name="outbox-answer"),
    path("outbox/<slug:delivery>/eml", outbox.eml, name="eml"),
    path("settings", settings.settings, name="settings"),
    path("settings/me", settings.me, name="me"),
    path("settings/servers", settings.servers, name="servers"),
    path("settings/words", words, name="words"),
    path("settings/seguito.ics", ahead, name="ahead"),
    path("settings/paper", paper.paper, name="paper"),
    path("settings/paper/<int:number>.png", paper.picture, name="paper-picture"),
    path("settings/paper/stationery", paper.stationery, name="stationery"),
    path("settings/paper/strip.pdf", paper.strip_to_copy, name="strip"),
    path("settings/paper/hand", paper.hand, name="hand"),
    path("settings/everything.json", settings.everything, name="everything"),
    path("settings/copy.db", settings.copy, name="copy"),
    path("settings/account", settings.account, name="account"),
    path("settings/appearance", settings.appearance, name="appearance"),
]
