"""Where letters go from and to, as far as the records tell."""

from seguito.core.nouns import Interview, Organisation, Person, Who
from seguito.records.reads.people import me
from seguito.reference.places import Place, place_of
from seguito.reference.zones import country_of, may_lie_in


def home_of(who: Who, talk: Interview | None) -> Place | None:
    """Where the author posts a letter: as they told, else the country that their zone is named for."""
    return home_from(me(who), talk)


def home_from(author: Person | None, talk: Interview | None) -> Place | None:
    zone = author.zone if author and author.zone else talk.zone if talk else ""
    country = country_of(zone)
    if author is None:
        return Place("", "", country) if country else None
    return place_of(author.address.city, author.address.region, author.address.country, country)


def reader_of(person: Person, talk: Interview | None, home: Place | None) -> Place | None:
    """Where a letter reaches them: their own address, else their house's, else the country of the interview's zone."""
    house = talk.application.organisation if talk else Organisation("", "")
    told = person.address.country or house.country or country_of(person.zone)
    at_home = home.country if home else ""
    country = told or (_country_of_talk(talk, at_home) if talk else at_home)
    city = person.address.city or house.city
    return place_of(city, person.address.region, country)


def _country_of_talk(talk: Interview, home: str) -> str:
    """One's own country, unless the interview's zone is surely of another: no border is made up."""
    return home if may_lie_in(talk.zone, home) else country_of(talk.zone) or home
