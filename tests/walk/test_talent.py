"""The recruiter's file, from an impression to a call (T5.1 to T5.3)."""

import csv
import json
from pathlib import Path

import pytest

from tests.terminal import Seguito

OPENING = """
title = "Press officer"
required = ["press officer", "SEO"]
wished = ["leading people"]
language = "Italian"
place = "Milano"
"""


@pytest.fixture
def opened(seguito: Seguito, tmp_path: Path) -> Seguito:
    seguito.at("2026-12-02T10:00:00+01:00")
    (tmp_path / "opening.toml").write_text(OPENING, "utf-8")
    seguito.json("opening", tmp_path / "opening.toml")
    return seguito


def file(seguito: Seguito, name: str, *words: object, until: str = "2027-12-31") -> str:
    added = seguito.json("talent", "add", name, "--because", "calm", "--consent-until", until, *words)
    return str(added["talent"]["person"]["id"])


def test_a_match_says_what_is_there_and_what_is_missing_in_either_language(opened: Seguito) -> None:
    file(opened, "Amelia Hart", "--skill", "addetta stampa", "--skill", "ottimizzazione per i motori di ricerca")
    file(opened, "Owen Pryce", "--skill", "SEO", "--language", "italiano")
    matches = opened.json("match", "Press officer")["matches"]
    assert [one["person"]["name"] for one in matches] == ["Amelia Hart", "Owen Pryce"]
    assert matches[0]["matched"] == ["press officer", "SEO"]
    assert matches[1]["missing"] == ["press officer", "leading people", "Milano"]
    assert matches[0]["consent"] == "2027-12-31"
    assert all(one["reasons"] for one in matches)


def test_an_ended_consent_closes_the_file(opened: Seguito) -> None:
    file(opened, "Davide Rinaldi", "--skill", "SEO", until="2026-12-31")
    assert opened.json("match", "Press")["matches"]
    opened.at("2027-01-01T10:00:00+01:00")
    assert opened.json("match", "Press")["matches"] == []
    listed = opened.json("talent")
    assert listed["talent"] == []
    assert set(listed["closed"][0]) == {"person", "consent", "keep_until"}, "nothing of what is in it is shown"
    opened.json("talent", "ask", "Davide")
    assert opened("talent", "ask", "Davide", "--json").json["error"]["code"] == "renewal-asked-before"
    opened.json("talent", "renew", "Davide", "--consent-until", "2028-12-31", "--consent-words", "volentieri")
    assert opened.json("match", "Press")["matches"]


def test_without_leave_nobody_is_ranked(opened: Seguito) -> None:
    opened.json("talent", "add", "Carla Testa", "--because", "calm", "--skill", "SEO")
    assert opened.json("match", "Press")["matches"] == []
    assert opened.json("talent")["talent"][0]["consent"]["state"] == "none"


def test_a_message_that_shows_a_missing_skill_brings_its_openings_back(opened: Seguito) -> None:
    file(opened, "Owen Pryce", "--missing", "press officer", "--skill", "SEO")
    answer = opened.at("2027-03-01T10:00:00+01:00").json(
        "reply", "Owen", "--text", "da gennaio sono addetto stampa al comune", "--shows", "addetto stampa"
    )
    (closer,) = answer["openings"]
    assert (closer["gained"], closer["missing"]) == (["press officer"], ["Italian", "leading people", "Milano"])
    (line,) = opened.json("match", "Press")["matches"]
    assert any("Learned since" in reason for reason in line["reasons"])
    again = opened.json("reply", "Owen", "--text", "ancora io", "--shows", "addetto stampa")
    assert again["openings"] == [], "what is known already is no news"


def test_how_somebody_followed_up_settles_equals(opened: Seguito, tmp_path: Path) -> None:
    opened("me", "name=Giulia Neri", "email=giulia@casa.example")
    opened.json(
        "add", "--organisation", "Casa", "--role", "Press officer", "--when", "2026-12-01T10:00", "--lasts", 60,
        "--with", "Owen Pryce <owen@x.example>",
    )  # fmt: skip
    (tmp_path / "said.txt").write_text("Owen: he rang every newspaper in the valley by himself\n")
    opened.json("debrief", "Casa", "--from", tmp_path / "said.txt")
    for name in ("Amelia Hart", "Owen Pryce"):
        file(opened, name, "--skill", "SEO")
    opened.json(
        "reply", "Owen", "--on", "2026-12-01T12:00:00+01:00",
        "--text", "Dear Giulia, after our talk I rang two more newspapers in the valley. Owen",
    )  # fmt: skip
    (message,) = opened.json("talent", "show", "Owen")["talent"]["followed_up"]
    assert message["in_time"]
    assert message["took_up"] == ["he rang every newspaper in the valley by himself"]
    assert opened.json("match", "Press")["matches"][0]["person"]["name"] == "Owen Pryce"


def test_free_words_of_an_opening_find_free_words_of_a_file(seguito: Seguito, tmp_path: Path) -> None:
    seguito.at("2026-12-02T10:00:00+01:00")
    file(seguito, "Amelia Hart", "--skill", "SEO")
    seguito.json("talent", "add", "Chiara Lombardi", "--because", "ha riordinato gli archivi della fondazione",
                 "--consent-until", "2027-12-31")  # fmt: skip
    seguito.json("opening", "--title", "Archivista", "--text", "Cerchiamo chi riordini un archivio")
    assert [one["person"]["name"] for one in seguito.json("match", "Archivista")["matches"]] == ["Chiara Lombardi"]


def test_the_short_list_is_checked_in_with_now_and_then_and_not_after_leave_ends(opened: Seguito) -> None:
    file(opened, "Amelia Hart", "--short-list", until="2027-04-30")
    (check_in,) = opened.json("plan")["follow_ups"]
    assert (check_in["kind"], check_in["opens_at"][:10]) == ("check_in", "2027-03-02")
    opened.at("2027-03-05T10:00:00+01:00").json("reply", "Amelia", "--mine", "--channel", "call")
    assert [one["state"] for one in opened.json("plan")["follow_ups"]] == ["superseded"], "the next is after the end"
    opened.json("talent", "end", "Amelia")
    assert opened.json("due")["follow_ups"] == []


def test_nothing_is_left_of_somebody_erased_not_even_in_the_search(
    opened: Seguito, tmp_path: Path, surroundings: Path
) -> None:
    amelia = file(opened, "Amelia Hart", "--skill", "SEO: rebuilt the zeppelin archive", "--email", "amelia@x.example")
    opened.json("match", "Press")
    opened.json("backup", tmp_path / "copy.db")
    opened.json("erase", amelia, "--yes")
    opened.json("restore", tmp_path / "copy.db")
    held = b"".join(path.read_bytes() for path in surroundings.iterdir() if path.suffix in (".db", ".json"))
    assert not [word for word in ("Amelia", "amelia@x.example", "zeppelin") if word.encode() in held]
    assert (
        opened("talent", "add", "Amelia Hart", "--because", "again", "--json").json["error"]["code"] == "perhaps-erased"
    )


def test_whose_time_is_over_is_told_and_erased_only_when_one_says_so(opened: Seguito) -> None:
    opened.json("talent", "add", "Carla Testa", "--because", "calm")
    opened.at("2028-11-20T10:00:00+01:00")
    assert [one["person"]["name"] for one in opened.json("talent")["over_soon"]] == ["Carla Testa"]
    assert opened.json("talent", "expire")["over"] == []
    opened.at("2028-12-03T10:00:00+01:00")
    assert len(opened.json("talent", "expire")["over"]) == 1
    assert opened("person", "Carla").code == 0
    opened.json("talent", "expire", "--yes")
    assert opened("person", "Carla").code == 2


TABLE = """Nome;Cognome;E-mail;Azienda;Competenze;Lingue;Consenso fino al;Note
Amelia;Hart;amelia@x.example;Town;"content design, SEO";inglese;2027-11-30;"=HYPERLINK(""http://x"")"
Owen;Pryce;owen@x.example;Council;addetto stampa;italiano;2027-12-31;-1
"""


def test_a_table_is_shown_first_taken_in_whole_and_changes_nothing_twice(opened: Seguito, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(TABLE, "utf-8")
    shown = opened.json("import", tmp_path / "people.csv", "--preview")
    assert (shown["imported"], len(shown["people"]), shown["columns"]["Note"]) == (False, 2, "because")
    assert opened.json("people")["people"] == []
    assert opened.json("import", tmp_path / "people.csv")["new"] == 2
    before = opened("export").out
    again = opened.json("import", tmp_path / "people.csv")
    assert (again["new"], again["changed"]) == (0, 0)
    assert opened("export").out == before
    assert opened.json("match", "Press")["matches"][0]["person"]["name"] == "Owen Pryce"


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_half_imported(opened: Seguito, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(
        TABLE + "Carla;Testa;not an address;;;;;\nX;Y;x@y.example;;;;31/31/2027;\n", "utf-8"
    )
    answer = opened("import", tmp_path / "bad.csv", "--json")
    assert (answer.code, [one["line"] for one in answer.json["unread"]]) == (2, [4, 5])
    assert opened.json("people")["people"] == []


def test_what_goes_out_as_a_table_runs_nothing_and_comes_back_the_same(
    opened: Seguito, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "people.csv").write_text(TABLE, "utf-8")
    opened.json("import", tmp_path / "people.csv")
    table = opened("talent", "--csv").out
    cells = [cell for row in csv.reader(table.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    (tmp_path / "out.csv").write_text(table, "utf-8", newline="")
    monkeypatch.setenv("SEGUITO_HOME", str(tmp_path / "elsewhere"))
    opened.json("import", tmp_path / "out.csv")
    assert opened("talent", "--csv").out == table


def test_an_export_taken_in_and_exported_again_is_the_same_file(
    opened: Seguito, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(opened, "Amelia Hart", "--skill", "SEO: rebuilt the archive", "--short-list")
    first = opened("export").out
    (tmp_path / "export.json").write_text(first, "utf-8")
    monkeypatch.setenv("SEGUITO_HOME", str(tmp_path / "elsewhere"))
    assert opened.json("import", tmp_path / "export.json")["rows"] > 0
    assert opened("export").out == first
    assert opened.json("import", tmp_path / "export.json")["rows"] == 0
    opened.json("match", "Press")


def test_cards_and_a_resume_are_read(opened: Seguito, tmp_path: Path) -> None:
    (tmp_path / "one.vcf").write_text(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Chiara Lombardi\r\nEMAIL;TYPE=work:chiara@x.exam\r\n ple\r\n"
        "ORG:Casa\\, editrice;Redazione\r\nTITLE:Redattrice\r\nADR;TYPE=home:;;via Roma 1;Milano;MI;20100;IT\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:De Santis;Francesca;;;\r\nTEL;TYPE=CELL:+39 333 1\r\nEND:VCARD\r\n",
        "utf-8",
    )
    assert opened.json("import", tmp_path / "one.vcf")["new"] == 2
    people = {one["name"]: one for one in opened.json("people")["people"]}
    assert people["Chiara Lombardi"]["email"] == "chiara@x.example"
    assert people["Chiara Lombardi"]["organisation"] == "Casa, editrice"
    assert "Francesca De Santis" in people
    resume = {
        "basics": {"name": "Owen Pryce", "email": "owen@x.example"},
        "skills": [{"name": "SEO", "keywords": ["PR"]}],
    }
    (tmp_path / "resume.json").write_text(json.dumps(resume))
    assert opened.json("import", tmp_path / "resume.json")["new"] == 1
    assert {one["label"] for one in opened.json("talent", "show", "Owen")["talent"]["skills"]} == {"SEO", "PR"}


@pytest.mark.parametrize(
    ("content", "code"),
    [("{", "lines-unread"), ('{"tables": {"nonsense": []}}', "no-export"), ("[]", "lines-unread")],
)
def test_a_file_that_is_none_of_them_is_refused(seguito: Seguito, tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "file").write_text(content)
    answer = seguito("import", tmp_path / "file", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, code)


def test_the_official_names_resolve_across_languages(opened: Seguito, tmp_path: Path) -> None:
    head = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n"
    uri = "http://data.europa.eu/esco/skill/1"
    (tmp_path / "skills_it.csv").write_text(head + f'K,{uri},s,r,potare alberi,"potatura\npotature"\n', "utf-8")
    (tmp_path / "skills_en.csv").write_text(head + f"K,{uri},s,r,prune trees,tree pruning\n", "utf-8")
    opened.json("skills", "import", tmp_path / "skills_it.csv", tmp_path / "skills_en.csv")
    found = opened.json("skills", "Potatura", "tree pruning")["skills"]
    assert found[0]["id"] == found[1]["id"] == uri
    assert found[0]["label"] == "prune trees"
    assert opened.json("skills", "import", tmp_path / "skills_it.csv")["imported"] == 0


def test_an_opening_that_is_wrong_is_told_with_its_line(seguito: Seguito, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text('title = "X"\nrequired = "SEO"\nsalary = 3\n')
    answer = seguito("opening", tmp_path / "wrong.toml", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "opening-wrong")
    assert "line 3" in answer.json["error"]["message"]


def test_the_job_warns_first_and_erases_a_week_later_however_often_it_runs(opened: Seguito, tmp_path: Path) -> None:
    opened.json("talent", "add", "Carla Testa", "--because", "calm")
    assert opened.json("due")["retention"] == {"soon": [], "erased": []}
    opened.at("2028-11-20T10:00:00+01:00")
    for _ in range(2):
        kept = opened.json("due")["retention"]
        assert [one["person"]["name"] for one in kept["soon"]] == ["Carla Testa"]
    opened.at("2028-12-02T10:00:00+01:00").json("due")
    assert opened("person", "Carla").code == 0
    opened.at("2028-12-03T10:00:00+01:00")
    assert "Carla Testa was erased" in opened("sync").out
    assert opened("person", "Carla").code == 2
    assert opened.json("due")["retention"] == {"soon": [], "erased": []}


def test_a_machine_that_was_off_for_a_year_warns_before_it_erases(opened: Seguito) -> None:
    opened.json("talent", "add", "Carla Testa", "--because", "calm")
    opened.at("2029-12-03T10:00:00+01:00")
    assert opened.json("due")["retention"]["erased"] == []
    opened.at("2029-12-09T10:00:00+01:00")
    assert opened.json("due")["retention"]["erased"] == []
    opened.at("2029-12-10T10:00:00+01:00")
    assert [one["person"]["name"] for one in opened.json("due")["retention"]["erased"]] == ["Carla Testa"]


def test_leave_that_is_renewed_keeps_the_file_whatever_was_warned(opened: Seguito) -> None:
    opened.json("talent", "add", "Carla Testa", "--because", "calm")
    opened.at("2028-11-20T10:00:00+01:00").json("due")
    opened.json("talent", "renew", "Carla", "--consent-until", "2029-06-30", "--consent-words", "yes")
    opened.at("2028-12-20T10:00:00+01:00")
    assert opened.json("due")["retention"] == {"soon": [], "erased": []}
    assert opened("person", "Carla").code == 0


def test_everything_about_a_person_is_written_out_for_them(opened: Seguito, tmp_path: Path) -> None:
    file(
        opened, "Amelia Hart", "--skill", "SEO: rebuilt the archive", "--missing", "leading people", "--language", "it"
    )
    file(opened, "Owen Pryce", "--skill", "press office")
    opened.json("reply", "Amelia", "--text", "thank you for the <talk>")
    opened.json("match", "Press")
    told = json.loads(opened("export", "--person", "Amelia", "--page", tmp_path / "hers.html").out)
    assert told["person"][0]["given"] == "Amelia"
    assert told["impressions"][0]["text"] == "calm"
    (ranked,) = told["ranked"]
    assert (ranked["matched"], ranked["missing"]) == (["SEO", "Italian"], ["press officer", "leading people", "Milano"])
    assert any("rebuilt the archive" in reason for reason in ranked["reasons"])
    assert {"ranked", "added"} <= {one["what"] for one in told["audit"]}
    page = (tmp_path / "hers.html").read_text("utf-8")
    assert "&lt;talk&gt;" in page
    assert "rebuilt the archive" in page
    assert "Owen" not in page + json.dumps(told)


def test_a_restored_copy_brings_back_no_file_and_no_word_of_somebody_erased(
    opened: Seguito, tmp_path: Path, surroundings: Path
) -> None:
    hers = file(
        opened, "Amelia Hart", "--skill", "SEO: zeppelin archive", "--email", "amelia@x.example", "--short-list"
    )
    opened.json("reply", hers, "--text", "a zeppelin again", "--shows", "press office")
    opened.json("backup", tmp_path / "yesterday.db")
    opened.json("erase", hers, "--yes")
    opened.json("restore", tmp_path / "yesterday.db")
    held = b"".join(path.read_bytes() for path in surroundings.rglob("*") if path.is_file())
    assert not [word for word in ("Amelia", "amelia@x.example", "zeppelin") if word.encode() in held]
    assert "zeppelin" not in opened("export").out
    assert opened("export", "--person", "Amelia", "--json").code == 2
    opened.at("2027-12-02T10:00:00+01:00")
    assert opened.json("due")["follow_ups"] == []
