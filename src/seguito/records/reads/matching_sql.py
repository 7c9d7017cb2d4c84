"""How each database is asked for a ranking: one set of questions in two dialects. `{workspace}`: its digits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matching:
    """`people`: how many files there may be. `how_many_hold`, `holders`: of one ask, counted up to one in five, or all
    their numbers as one text, since a row for each would take twice as long. `these`: what few people hold;
    `standing`: of few people, who comes first among equals.
    """

    people: str
    how_many_hold: str
    holders: str
    these: str
    standing: str


# A skill's holders lie together in one index, with the day until which they may be read: no file is opened here.
_OF_A_SKILL = (
    "FROM records_talentskill WHERE workspace_id = '{workspace}' AND skill = %s AND held = TRUE AND until >= %s"
)
_FIRST = "ORDER BY t.regard DESC, t.last_contact_on DESC NULLS LAST, t.number LIMIT %s"
_PLAIN = 5  # what more than one in so many have says as little of anybody as if just one in so many had it

MATCHING = {
    # The cross joins keep SQLite from walking through all who hold an ask: these few people are looked up instead, in
    # an index that holds all that is asked. A file is one person's, so that its numbers count its people.
    "sqlite": Matching(
        people="SELECT -1 AS place, MAX(number) FROM records_talent",
        how_many_hold=(
            f"SELECT {{place:d}}, COUNT(*) FROM (SELECT 1 {_OF_A_SKILL}"  # noqa: S608 (our own words)
            f" LIMIT (SELECT MAX(1, MAX(number) / {_PLAIN}) FROM records_talent))"
        ),
        holders=f"SELECT {{place:d}}, json_group_array(talent_id) {_OF_A_SKILL}",
        these=(
            "SELECT k.talent_id, k.skill FROM json_each(%s) n CROSS JOIN records_talentskill k"
            " ON k.talent_id = n.value AND k.skill IN ({asks}) AND k.held = TRUE"
        ),
        standing=(
            "SELECT t.number, t.regard, t.last_contact_on FROM json_each(%s) n CROSS JOIN records_talent t"  # noqa: S608
            f" ON t.number = n.value {_FIRST}"
        ),
    ),
    # A server's numbers count the people of every workspace.
    "postgresql": Matching(
        people="SELECT -1 AS place, COUNT(*) FROM records_talent WHERE workspace_id = '{workspace}'",
        how_many_hold=(
            f"SELECT {{place:d}}, COUNT(*) FROM (SELECT 1 {_OF_A_SKILL} LIMIT (SELECT GREATEST(1, COUNT(*) / {_PLAIN})"  # noqa: S608
            " FROM records_talent WHERE workspace_id = '{workspace}')) few"
        ),
        holders=f"SELECT {{place:d}}, COALESCE(json_agg(talent_id), '[]')::text {_OF_A_SKILL}",
        these=(
            "SELECT k.talent_id, k.skill FROM json_array_elements_text(%s::json) AS n(number)"
            " JOIN records_talentskill k ON k.talent_id = n.number::bigint AND k.skill IN ({asks}) AND k.held = TRUE"
        ),
        standing=(
            "SELECT t.number, t.regard, t.last_contact_on"  # noqa: S608
            " FROM json_array_elements_text(%s::json) AS n(number)"
            f" JOIN records_talent t ON t.number = n.number::bigint {_FIRST}"
        ),
    ),
}
