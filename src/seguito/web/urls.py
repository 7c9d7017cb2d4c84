"""The page's addresses: one line each."""

from django.urls import path

from seguito.web.pages.add import views as add
from seguito.web.pages.application import views as application
from seguito.web.pages.applications import views as applications
from seguito.web.pages.card import views as card
from seguito.web.pages.debrief import views as debrief
from seguito.web.pages.demo import views as demo
from seguito.web.pages.erase import views as erase
from seguito.web.pages.growing import views as growing
from seguito.web.pages.houses import views as houses
from seguito.web.pages.inbox import views as inbox
from seguito.web.pages.intake import views as intake
from seguito.web.pages.interviews import views as interviews
from seguito.web.pages.merge import views as merge
from seguito.web.pages.note import views as note
from seguito.web.pages.openings import views as openings
from seguito.web.pages.outbox import views as outbox
from seguito.web.pages.paper import views as paper
from seguito.web.pages.people import views as people
from seguito.web.pages.perspective import views as perspective
from seguito.web.pages.playbooks import views as playbooks
from seguito.web.pages.post import views as post
from seguito.web.pages.settings import views as settings
from seguito.web.pages.settings.ahead import address, ahead, at_secret_address
from seguito.web.pages.settings.second_reader import second_reader
from seguito.web.pages.settings.sign_in import ask, came_back
from seguito.web.pages.settings.words import words
from seguito.web.pages.stories import views as stories
from seguito.web.pages.talent import changes as talent_changes, theirs, views as talent
from seguito.web.pages.today import views as today
from seguito.web.pages.transcript import views as transcript

urlpatterns = [
    path("", today.today, name="today"),
    path("add", add.add, name="add"),
    path("add/by-hand", add.by_hand, name="add-by-hand"),
    path("see-demo", add.see_demo, name="see-demo"),
    path("interviews", interviews.interviews, name="interviews"),
    path("interviews/<slug:interview>", interviews.interview, name="interview"),
    path("interviews/<slug:interview>/tell", interviews.tell, name="tell"),
    path("interviews/<slug:interview>/me", interviews.that_is_me, name="that-is-me"),
    path("interviews/<slug:interview>/people", interviews.also_there, name="also-there"),
    path("interviews/<slug:interview>/draft", interviews.draft, name="draft"),
    path("interviews/<slug:interview>/transcript", transcript.transcript, name="transcript"),
    path("interviews/<slug:interview>/transcript/take", transcript.take_lines, name="transcript-take"),
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
    path("inbox", inbox.inbox, name="inbox"),
    path("inbox/<slug:came>", inbox.answer, name="inbox-answer"),
    path("settings", settings.settings, name="settings"),
    path("settings/me", settings.me, name="me"),
    path("settings/servers", settings.servers, name="servers"),
    path("settings/words", words, name="words"),
    path("settings/languagetool", second_reader, name="languagetool"),
    path("settings/post", post.services, name="services"),
    path("settings/post/<slug:service>", post.service, name="service"),
    path("settings/post/<slug:service>/remove", post.remove, name="service-remove"),
    path("settings/seguito.ics", ahead, name="ahead"),
    path("settings/calendar", address, name="feed-address"),
    path("calendar/<str:secret>.ics", at_secret_address, name="feed"),
    path("settings/paper", paper.paper, name="paper"),
    path("settings/paper/<int:number>.png", paper.picture, name="paper-picture"),
    path("settings/paper/stationery", paper.stationery, name="stationery"),
    path("settings/paper/strip.pdf", paper.strip_to_copy, name="strip"),
    path("settings/paper/hand", paper.hand, name="hand"),
    path("settings/everything.json", settings.everything, name="everything"),
    path("settings/copy.db", settings.copy, name="copy"),
    path("settings/account", settings.account, name="account"),
    path("settings/listening", settings.listening, name="listening"),
    path("settings/account/ask", ask, name="ask"),
    path("came-back", came_back, name="came-back"),
    path("settings/appearance", settings.appearance, name="appearance"),
    path("perspective", perspective.perspective, name="perspective"),
    path("applications/<slug:application>", application.application, name="application"),
    path("applications/<slug:application>/way", playbooks.adopt_for_one, name="application-adopt"),
    path("applications/<slug:application>/contact", application.contact, name="application-contact"),
    path("demo", demo.demo, name="demo"),
    path("growing", growing.growing, name="growing"),
    path("talent", talent.talent, name="talent"),
    path("talent/add", talent.add, name="talent-add"),
    path("talent/import", intake.intake, name="intake"),
    path("talent/import/take-in", intake.take_in_whole, name="intake-whole"),
    path("talent/table.csv", theirs.table, name="talent-table"),
    path("talent/over", talent_changes.over, name="talent-over"),
    path("talent/<slug:person>", talent.file, name="talent-file"),
    path("talent/<slug:person>/leave", talent_changes.leave, name="talent-leave"),
    path("talent/<slug:person>/more", talent_changes.more, name="talent-more"),
    path("talent/<slug:person>/contact", talent_changes.contact, name="talent-contact"),
    path("talent/<slug:person>/theirs", theirs.theirs, name="theirs"),
    path("talent/<slug:person>/theirs.json", theirs.as_json, name="theirs-json"),
    path("openings", openings.openings, name="openings"),
    path("openings/<slug:opening>", openings.opening, name="opening"),
    path("openings/<slug:opening>/close", openings.close_it, name="opening-close"),
    path("playbooks", playbooks.playbooks, name="playbooks"),
    path("playbooks/own", playbooks.own, name="playbook-own"),
    path("playbooks/<slug:playbook>", playbooks.playbook, name="playbook"),
    path("playbooks/<slug:playbook>/adopt", playbooks.adopt_it, name="playbook-adopt"),
    path("stories", stories.stories, name="stories"),
    path("stories/write", stories.write_one, name="story-write"),
    path("stories/take-in", stories.take_in, name="story-take-in"),
    path("stories/<slug:story>", stories.story, name="story"),
    path("stories/<slug:story>/share", stories.share_it, name="story-share"),
]
