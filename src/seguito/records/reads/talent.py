"""The talent file and the openings, as values; and whom the database lets through to a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from seguito.core.folding import folded
from seguito.core.nouns import Person, PersonName, Who
from seguito.core.talent.leave import WARN_BEFORE, Consent
from seguito.core.talent.ranking import Ask
from seguito.errors import N_, Problem
from seguito.records import models
from seguito.records.reads.matching import held_by_these
from seguito.records.reads.one import the_one
from seguito.records.reads.people import person_value


class NotInTheFile(Problem):
    id = "not-in-the-file"
    happened = N_("Nobody called “{wanted}” is in the talent file.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito talent` lists it; `seguito talent add PERSON --because …` adds somebody.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


class NoSuchOpening(Problem):
    id = "no-such-opening"
    happened = N_("No opening here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito opening` lists them; `seguito opening FILE.toml` records one.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


@dataclass(frozen=True, slots=True)
class Held:
    """A skill, a language or a place of somebody's; or, `held` False, one that was missing. `on`: since when."""

    id: str
    label: str
    held: bool
    evidence: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Talent:
    number: int
    person: Person
    because: str
    impressions: tuple[tuple[date, str], ...]
    skills: tuple[Held, ...]
    source: str
    basis: str
    consent: Consent
    notice_given_on: date | None
    keep_until: date
    short_list: bool
    available: str
    regard: int
    last_contact_on: date | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """As much of a file as a line of a match shows. `shown`: by ask, what shows it and since when."""

    person: PersonName
    consent_until: date | None
    regard: int
    last_contact_on: date | None
    added_on: date
    impression: tuple[date, str] | None
    shown: dict[str, tuple[str, date | None]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom one looks for in the file. `like`: of a name or a house; `skill`, `numbers`: what it means besides.

    `leave`: given, soon (it ends within 30 days), none, closed; empty: whatever it is.
    """

    like: str = ""
    leave: str = ""
    skill: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    id: str
    title: str
    asks: tuple[Ask, ...]
    place: str
    languages: tuple[str, ...]
    text: str
    opened_at: datetime
    closed_on: date | None


def talent_value(row: models.Talent) -> Talent:
    return Talent(
        number=row.number,
        person=person_value(row.person),
        because=row.because,
        impressions=tuple((one.on, one.text) for one in row.impressions.all()),
        skills=tuple(Held(one.skill, one.label, one.held, one.evidence, one.on) for one in row.skills.all()),
        source=row.source,
        basis=row.basis,
        consent=Consent(row.consent_given_on, row.consent_until, row.consent_words, row.renewal_asked_on, row.ended_on),
        notice_given_on=row.notice_given_on,
        keep_until=row.keep_until,
        short_list=row.short_list,
        available=row.available,
        regard=row.regard,
        last_contact_on=row.last_contact_on,
        added_at=row.added_at,
    )


def talent_rows(who: Who) -> QuerySet[models.Talent]:
    rows = models.Talent.objects.of(who).select_related("person__organisation")
    skills = Prefetch("skills", models.TalentSkill.objects.of(who).order_by("id"))
    return rows.prefetch_related("person__emails", "impressions", skills)


def talent_row(who: Who, wanted: str) -> models.Talent:
    name = folded(wanted)
    key = wanted.strip().lower()
    person = Q(person__folded=name) | Q(person__folded__startswith=name + " ") | Q(person__folded__endswith=" " + name)
    named = person | Q(person__emails__folded=name) | Q(person__short=key)
    if len(key) >= 4:
        named |= Q(person__short__startswith=key)
    return the_one(talent_rows(who), wanted, named, NotInTheFile, lambda row: person_value(row.person).name)


def talent(who: Who, wanted: str) -> Talent:
    return talent_value(talent_row(who, wanted))


def talent_of(who: Who, person_id: str) -> Talent | None:
    someone = models.Person.objects.of(who).filter(short=person_id).values("id")
    row = talent_rows(who).filter(person__in=someone).first()
    return talent_value(row) if row else None


def whole_file(who: Who) -> tuple[Talent, ...]:
    return tuple(map(talent_value, talent_rows(who).order_by("person__family", "person__given", "number")))


def lines(who: Who, numbers: Sequence[int], asks: Sequence[str]) -> dict[int, Line]:
    """The files of these numbers, each as a line: a few statements, however many they are."""
    shown: dict[int, dict[str, tuple[str, date | None]]] = {number: {} for number in numbers}
    for number, skill, evidence, on in held_by_these(who, numbers, asks):
        shown[number][skill] = (evidence, on)
    said = models.Impression.objects.of(who).filter(talent__number__in=numbers).order_by("on", "id")
    last = {number: (on, text) for number, on, text in said.values_list("talent__number", "on", "text")}
    first = models.EmailAddress.objects.filter(person=OuterRef("person"), position=0).values("address")[:1]
    rows = models.Talent.objects.of(who).filter(number__in=numbers).annotate(email=Subquery(first))
    names = ("number", "person__short", "person__given", "person__family", "email")
    found = rows.values_list(*names, "consent_until", "regard", "last_contact_on", "added_at")
    return {
        number: Line(
            person=PersonName(short, f"{given} {family}".strip(), email or ""),
            consent_until=until,
            regard=regard,
            last_contact_on=contact,
            added_on=added_at.date(),
            impression=last.get(number),
            shown=shown[number],
        )
        for number, short, given, family, email, until, regard, contact, added_at in found
    }


def some_talent(who: Who, wanted: Wanted, today: date, first: int, count: int) -> tuple[Talent, ...]:
    """Those of the file whom `wanted` means, by family name, from number `first` (from 0) on."""
    rows = models.Talent.objects.of(who)
    open_ones = (Q(ended_on=None) | Q(ended_on__gt=today)) & (Q(consent_until=None) | Q(consent_until__gte=today))
    if wanted.like:
        name = Q(person__folded__contains=folded(wanted.like))
        house = Q(person__organisation__folded__contains=folded(wanted.like))
        skills = models.TalentSkill.objects.of(who).filter(skill=wanted.skill, held=True).values("talent_id")
        rows = rows.filter(name | (open_ones & (house | Q(number__in=skills) | Q(number__in=wanted.numbers))))
    match wanted.leave:
        case "given":
            rows = rows.filter(open_ones, consent_until__isnull=False)
        case "none":
            rows = rows.filter(open_ones, consent_until=None)
        case "soon":
            rows = rows.filter(open_ones, consent_until__lte=today + WARN_BEFORE)
        case "closed":
            rows = rows.exclude(open_ones)
    order = ("person__family", "person__given", "number")
    numbers = list(rows.order_by(*order).values_list("number", flat=True)[first : first + count])
    return tuple(map(talent_value, talent_rows(who).filter(number__in=numbers).order_by(*order)))


def over_by(who: Who, day: date, count: int | None = None) -> tuple[Talent, ...]:
    """Those whose time in the file is over by `day`, the soonest first; `count`: no more of them."""
    rows = talent_rows(who).filter(keep_until__lt=day).order_by("keep_until", "number")
    return tuple(map(talent_value, rows[:count]))


def opening_value(row: models.Opening) -> Opening:
    asks = [Ask(one["id"], one["label"]) for one in row.required]
    wished = [Ask(one["id"], one["label"], required=False) for one in row.wished]
    return Opening(
        id=row.short,
        title=row.title,
        asks=(*asks, *wished),
        place=row.place,
        languages=tuple(row.languages),
        text=row.text,
        opened_at=row.opened_at,
        closed_on=row.closed_on,
    )


def opening(who: Who, wanted: str) -> Opening:
    name = folded(wanted)
    named = Q(folded=name) | Q(folded__startswith=name + " ")
    return opening_value(the_one(models.Opening.objects.of(who), wanted, named, NoSuchOpening, lambda row: row.title))


def openings(who: Who) -> tuple[Opening, ...]:
    """The open ones first, then as they were opened, the latest first."""
    rows = models.Opening.objects.of(who).order_by(F("closed_on").desc(nulls_last=True), "-opened_at", "id")
    return tuple(sorted(map(opening_value, rows), key=lambda one: one.closed_on is not None))
