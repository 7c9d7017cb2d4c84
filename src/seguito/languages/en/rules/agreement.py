"""Subject and verb: one was, several were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import (
    base_of,
    group,
    is_adverb,
    is_base_verb,
    is_noun,
    is_plural,
    is_singular,
    may_be,
    next_word,
    third_of,
)
from seguito.languages.en.lexicon import word

_TO_PLURAL = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't",
    "doesn't": "don't", "am": "are",
}  # fmt: skip
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items() if singular != "am"}
_FIRST = {"is": "am", "are": "am", "were": "was", "has": "have", "does": "do", "doesn't": "don't", "hasn't": "haven't"}

_SINGULAR_WORDS = group("everybody") | {"he", "she", "it", "one", "neither", "either"}
_SUBJUNCTIVE = frozenset(
    "suggest suggests suggested insist insists insisted recommend recommends recommended ask asks asked demand demands"
    " demanded propose proposed important essential vital crucial necessary better wish if lest though whether let make"
    " makes made see saw hear heard help helped watch watched have had".split()
)
_STRICT_SUBJUNCTIVE = frozenset(
    "suggest suggested insist insists insisted recommend recommended demand demanded propose proposed essential vital".split()
)
_QUANTITIES = frozenset(
    "number lot lots plenty half most some all none any rest majority minority percent couple range variety handful series".split()
)
_JOINING = frozenset("and or nor plus".split())
_IN_PLACE = group("prepositions") - {
    "than",
    "as",
    "like",
    "past",
    "off",
    "up",
    "down",
    "until",
    "since",
    "before",
    "after",
}


@dataclass(frozen=True, slots=True)
class _Subject:
    """The head of a subject and its number: “singular” or “plural”."""

    head: Token
    number: str


@rule(
    "PRONOUN_VERB",
    severity="stop",
    says={"en": "With “{subject}” the verb is “{better}”.", "it": "Con «{subject}» il verbo è «{better}»."},
    wrong=[
        ["She have a way of explaining.", "She has a way of explaining."],
        ["He don't use a computer.", "He doesn't use a computer."],
        ["We was early.", "We were early."],
        ["I has read the report.", "I have read the report."],
        ["He know every supplier by name.", "He knows every supplier by name."],
        ["Everybody were so kind.", "Everybody was so kind."],
        ["They knows the trade.", "They know the trade."],
    ],
    right=[
        "If I were you, and were he here, I'd stay.",
        "I insist that he be told and that she take the train.",
        "Does he know? Did it matter? Let it go; make it work; and I saw him leave.",
        "Neither of us were sorry. The people who know it love it.",
        "My brother and I were late, and people like you make it worth while.",
    ],
)
def pronoun_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        singular = token.word in _SINGULAR_WORDS - {"one", "neither", "either", "each"}
        if token.kind is not Kind.WORD or not (singular or token.word in {"i", "we", "you", "they"}):
            continue
        if not _stands_as_subject(tokens, index):
            continue
        at = _verb_place(tokens, index)
        better = _mended(tokens, at, token.word, singular=singular) if at else ""
        if at and better:
            yield sentence.hit(tokens[at], tokens[at], better, subject=token.text)


@rule(
    "SUBJECT_VERB",
    severity="stop",
    says={
        "en": "The subject is “{subject}”, so the verb is “{better}”.",
        "it": "Il soggetto è «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["The manager of both shops were clear.", "The manager of both shops was clear."],
        ["The list of suppliers are long.", "The list of suppliers is long."],
        ["My years in the kitchen has taught me that.", "My years in the kitchen have taught me that."],
        ["The people I met was patient.", "The people I met were patient."],
        ["The news from Lisbon are good.", "The news from Lisbon is good."],
        ["My current manager don't mind.", "My current manager doesn't mind."],
        ["Your approach to tenders make sense to me.", "Your approach to tenders makes sense to me."],
        ["One of your colleagues were kind.", "One of your colleagues was kind."],
    ],
    right=[
        "The team who interviewed me were generous, and the team is small.",
        "A number of customers are waiting; the number of returns is falling.",
        "Fish and chips is lunch. Five years is a long time. Half of the visitors are children.",
        "What I liked most were the questions. It was the apprentices who were proud.",
        "I suggest that the manager be told. The letters the director wrote are kept.",
        "The time you spend in shops is your own. The staff in the canteen were lovely.",
    ],
)
def subject_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.kind is not Kind.WORD:
            continue
        if token.word in _TO_PLURAL or token.word in _TO_SINGULAR:
            subject = _subject_before(tokens, index)
            if subject is None:
                continue
            better = (_TO_PLURAL if subject.number == "plural" else _TO_SINGULAR).get(token.word, "")
            following = next_word(tokens, index)
            if (
                following is not None
                and following.word in group("subjects", "determiners")
                and token.word in {"have", "do", "are", "were"}
            ):
                if following.word in group("subjects"):
                    continue  # “how much time have you”
            if token.word in {"are", "were"} and following is not None and is_plural(following):
                continue  # “the one exception are things like these”
            if token.word in {"do", "don't", "were", "have"} and _is_subjunctive(tokens, index):
                continue
            if better:
                yield sentence.hit(token, token, better, subject=subject.head.text)
        else:
            yield from _full_verb(sentence, index)


@rule(
    "THERE_ARE",
    severity="stop",
    says={"en": "Of several, “there {better}”.", "it": "Di più cose si dice «there {better}»."},
    wrong=[
        ["There is two details to mention.", "There are two details to mention."],
        ["There was many reasons to come.", "There were many reasons to come."],
        ["There has been three changes.", "There have been three changes."],
    ],
    right=[
        "There is a table and two chairs, there is one of many, and there is more.",
        "There was much to see, and there is some bread.",
        "There is two thirds of a cake left.",
    ],
)
def there_are(sentence: Sentence) -> Iterator[Hit]:
    for index, verb_token in _there(sentence.tokens, {"is", "was", "isn't", "wasn't", "has"}):
        if _begins_plural(sentence.tokens, index):
            yield sentence.hit(verb_token, verb_token, _TO_PLURAL[verb_token.word])


@rule(
    "THERE_IS_ONE",
    severity="stop",
    says={"en": "Of one, “there {better}”.", "it": "Di una cosa sola si dice «there {better}»."},
    wrong=[
        ["There are a detail that I forgot.", "There is a detail that I forgot."],
        ["There were an old press in the hall.", "There was an old press in the hall."],
    ],
    right=[
        "There are a table and six chairs.",
        "There were a few, a couple, and a number of others.",
        "There are a great many.",
    ],
)
def there_is_one(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, verb_token in _there(tokens, {"are", "were", "aren't", "weren't"}):
        follows = tokens[index : index + 9]
        if not follows or follows[0].word not in {"a", "an", "one"} or any(t.word == "and" for t in follows):
            continue
        amounts = _QUANTITIES | {
            "few",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "great",
            "good",
            "many",
            "total",
            "pair",
            "bunch",
            "host",
            "set",
            "or",
        }
        before = {t.word for t in tokens[max(0, index - 4) : index]}
        if before & {"if", "wish", "though", "as", "unless"}:
            continue
        if not any(t.word in amounts for t in follows[:4]) and any(is_singular(t) for t in follows[1:4]):
            yield sentence.hit(verb_token, verb_token, _TO_SINGULAR[verb_token.word])


@rule(
    "BETWEEN_AND_I",
    severity="stop",
    says={"en": "Two together take “were”, “are”, “have”.", "it": "Due insieme vogliono «were», «are», «have»."},
    wrong=[
        ["My sister and I was trained there.", "My sister and I were trained there."],
        ["My colleague and I am glad.", "My colleague and I are glad."],
    ],
    right=["My sister and I were trained there.", "You saw my sister, and I was glad."],
)
def two_together(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(2, len(tokens) - 1):
        joined = tokens[index].word == "i" and tokens[index - 1].word == "and" and is_noun(tokens[index - 2])
        begins = index - 3 <= 0 or tokens[index - 4].kind is Kind.MARK if index >= 4 else True
        following = tokens[index + 1]
        if joined and begins and following.word in {"am", "was", "has"}:
            yield sentence.hit(following, following, _TO_PLURAL[following.word])


def _stands_as_subject(tokens: Sequence[Token], index: int) -> bool:
    """Not “let it go”, “did he know”, “I saw you leave”, “I insist that she take” or “people who know it love it”."""
    if not index:
        return True
    before, words = tokens[index - 1], {token.word for token in tokens[:index]}
    if before.kind is Kind.MARK:
        return True
    if before.word in group("modals", "do", "have", "be", "prepositions", "negations") | _JOINING - {"and", "or"} | {
        "than"
    }:
        return before.word in {"before", "after", "since", "until", "like"} and tokens[index].word not in {"you", "it"}
    if before.word in {"and", "or"}:
        return index < 2 or not is_noun(tokens[index - 2])
    if words & _STRICT_SUBJUNCTIVE or (
        before.word in {"if", "wish", "though", "whether"} and tokens[index].word not in {"we", "they", "you"}
    ):
        return False
    if may_be(before, "v", "d", "z", "g", "h") and not may_be(before, "r"):
        relative = any(token.word in {"who", "which", "what"} for token in tokens[max(0, index - 5) : index])
        is_object = tokens[index].word in {"it", "you"} and before.word in {"tell", "tells", "told", "show", "showed"}
        says = before.word in group("takes_clause") - {"see", "saw", "hear", "heard"} and not may_be(before, "g")
        return says and not relative and not is_object
    return before.word not in {"let", "lets"}


def _verb_place(tokens: Sequence[Token], index: int) -> int:
    """Where the verb of a pronoun stands: behind it, adverbs passed over; 0 when none does."""
    at = index + 1
    while at < len(tokens) and (is_adverb(tokens[at]) and not (tokens[at].tag == "VERB")):
        at += 1
    return at if at < len(tokens) and tokens[at].kind is Kind.WORD else 0


def _mended(tokens: Sequence[Token], at: int, subject: str, *, singular: bool) -> str:
    token = tokens[at]
    before = tokens[at - 1].word
    if subject == "i":
        if token.word in {"were"} and {"if", "wish", "though", "as", "were"} & {
            t.word for t in tokens[max(0, at - 4) : at]
        }:
            return ""
        return _FIRST.get(token.word) or _base_for(token)
    if not singular:
        return _TO_PLURAL.get(token.word, "") or _base_for(token)
    if token.word == "were" and {"if", "wish", "though", "as", "unless"} & {
        t.word for t in tokens[max(0, at - 4) : at]
    }:
        return ""
    if token.word in _TO_SINGULAR:
        return (
            _TO_SINGULAR[token.word]
            if token.word not in {"do", "have"} or before == subject or is_adverb(tokens[at - 1])
            else ""
        )
    plain = is_base_verb(token) and not may_be(token, "j", "r", "d") and (token.tag == "VERB" or not may_be(token, "n"))
    return third_of(token.word) if plain else ""


def _base_for(token: Token) -> str:
    """“they knows” → know: a third person that is no plural noun here."""
    third = may_be(token, "z") and (token.tag == "VERB" or not may_be(token, "p"))
    return base_of(token.word, "z") if third else ""


def _subject_before(tokens: Sequence[Token], index: int) -> _Subject | None:
    """The subject right before a verb, or None unless it is plain: “the list of suppliers”, “the people I met”."""
    at = index - 1
    while at >= 0 and is_adverb(tokens[at]):
        if tokens[at].word in {"there", "here"}:
            return None
        at -= 1
    at = _over_relative(tokens, at)
    head: Token | None = None
    start = at
    for _ in range(4):
        chunk = _chunk_before(tokens, start)
        if chunk is None:
            return None
        begin, head = chunk
        if begin > 1 and tokens[begin - 1].word in _IN_PLACE and tokens[begin - 1].kind is Kind.WORD:
            start = begin - 2
            continue
        return _judged(tokens, begin, head, index)
    return None


def _over_relative(tokens: Sequence[Token], at: int) -> int:
    """Step over “I met”, “you asked me”: a clause without its pronoun, if that is what stands here."""
    for back in (1, 2, 3):
        place = at - back
        if place > 0 and tokens[place].word in {"i", "you", "we", "they", "he", "she"} and is_noun(tokens[place - 1]):
            verbs = tokens[place + 1 : at + 1]
            acts = [t for t in verbs if may_be(t, "d", "v", "h") or t.word in group("have", "be", "modals")]
            rest = [
                t for t in verbs if t not in acts and t.word not in group("objects", "small_adverbs", "prepositions")
            ]
            last = verbs[-1] if verbs else None
            if last is None or last.word in group("modals", "do", "have") | {"to"}:
                continue
            if acts and not rest and not any(t.word in {"think", "know", "believe", "say", "said"} for t in verbs):
                return place - 1
    return at


def _chunk_before(tokens: Sequence[Token], end: int) -> tuple[int, Token] | None:
    """The noun phrase that ends here: where it begins, and its noun."""
    if end < 0:
        return None
    head = tokens[end]
    if head.word in _SINGULAR_WORDS | {"both", "many", "few", "several"} and head.word not in {"he", "she", "it"}:
        return end, head
    if head.word in group("objects") or not (is_noun(head) or (may_be(head, "n", "p") and head.tag == "")):
        return None
    begin = end
    while begin > 0 and _belongs(tokens[begin - 1]):
        begin -= 1
        if tokens[begin].word in group("determiners") and tokens[begin].word not in {
            "all",
            "both",
            "such",
            "many",
            "few",
        }:
            break
    return begin, head


def _belongs(token: Token) -> bool:
    """Adjectives, nouns, numbers, names and determiners before a noun."""
    if token.kind in {Kind.NUMBER, Kind.NAME}:
        return True
    if token.word in group("determiners", "numbers") - {"that", "what", "which"}:
        return True
    if token.tag == "PROPN" and token.capitalised:
        return True
    return may_be(token, "j", "n", "h", "js") and token.tag in {"ADJ", "NOUN", "PROPN", "NUM", ""}


def _judged(tokens: Sequence[Token], begin: int, head: Token, index: int) -> _Subject | None:
    """Its number, if it stands where a subject does and no collective, quantity or “and” makes it doubtful."""
    before = tokens[begin - 1] if begin else None
    if before is not None and not _clause_begins_after(tokens, begin - 1):
        return None
    phrase = tokens[begin:index]
    determined = tokens[begin].word in group("determiners") or tokens[begin] is head
    if before is not None and before.kind is not Kind.MARK and not determined:
        return None
    if head.word.endswith(("ics", "s")) and is_singular(head) and not head.word.endswith("ss") and head.word != "news":
        return None
    if any(t.word in _JOINING or t.text in {",", "&", "–", "—", "-"} for t in phrase):
        return None
    first = tokens[begin]
    if (
        head.word in group("collectives")
        or head.word in _QUANTITIES
        or first.kind is Kind.NUMBER
        or first.word in group("numbers")
    ):
        return None
    if head.word in {
        "one",
        "each",
        "everyone",
        "everybody",
        "everything",
        "nobody",
        "nothing",
        "somebody",
        "someone",
        "something",
        "anything",
    }:
        return _Subject(head, "singular")
    if head.word in {"both", "several", "many", "few"}:
        return _Subject(head, "plural")
    if head.word in {"neither", "either", "anyone", "anybody"} or first.word in {
        "what",
        "which",
        "whose",
        "neither",
        "either",
        "any",
        "no",
        "none",
        "half",
    }:
        return None
    if head.word in group("uncountable") or (head.word == "news"):
        return _Subject(head, "singular")
    if is_plural(head) or head.word in {"people", "police", "children"}:
        return _Subject(head, "plural")
    bare = first is head and not first.capitalised
    if is_singular(head) and not bare and not may_be(head, "p"):
        return _Subject(head, "singular")
    return None


def _clause_begins_after(tokens: Sequence[Token], at: int) -> bool:
    """A mark, a conjunction or a verb of saying: what follows is the subject of a clause of its own."""
    token = tokens[at]
    if (
        token.word == "that"
        and at
        and (is_noun(tokens[at - 1]) or tokens[at - 1].word in {"all", "something", "everything", "was"})
    ):
        return False  # “stuff that matters”: a relative clause
    if token.kind is Kind.MARK:
        return token.text not in {"–", "-", "/", "&", ",", "(", ")"} or at < 8
    return token.word in {"that", "because", "although", "though", "if", "while", "when", "where", "but", "since", "how", "why", "whether", "whereas"} | {
        "think", "know", "hope", "said", "say", "believe", "told", "me", "sure", "feel", "felt", "thought", "knew", "see", "saw",
    }  # fmt: skip


def _is_subjunctive(tokens: Sequence[Token], index: int) -> bool:
    """“I suggest that the manager be told”, “if the list were longer”, “does your manager have”."""
    before = {t.word for t in tokens[max(0, index - 9) : index]}
    return bool(before & (_SUBJUNCTIVE - {"though", "help", "whether"})) or bool(
        before & {"does", "did", "do", "would", "could", "should", "can", "will"}
    )


def _full_verb(sentence: Sentence, index: int) -> Iterator[Hit]:
    """“your approach make sense”, “the drivers speaks”: where tagger and lexicon agree that it is a verb."""
    tokens = sentence.tokens
    token = tokens[index]
    base = is_base_verb(token) and token.tag == "VERB" and not may_be(token, "j", "d", "h")
    third = may_be(token, "z") and token.tag == "VERB" and not may_be(token, "n")
    following = next_word(tokens, index)
    if (
        tokens[index - 1].word == "to"
        or not (base or third)
        or following is None
        or _is_subjunctive(tokens, index)
        or is_adverb(tokens[index - 1])
    ):
        return
    if may_be(token, "n", "p") and following.word not in group("articles", "possessives", "objects") | {
        "sense",
        "that",
        "to",
        "like",
        "how",
    }:
        return
    subject = _subject_before(tokens, index)
    if subject is None or subject.head is not tokens[index - 1] and not _plain_head(tokens, index, subject):
        return
    if base and subject.number == "singular" and subject.head.tag == "NOUN" and third_of(token.word):
        yield sentence.hit(token, token, third_of(token.word), subject=subject.head.text)
    elif third and subject.number == "plural" and not may_be(token, "p"):
        yield sentence.hit(token, token, base_of(token.word, "z"), subject=subject.head.text)


def _plain_head(tokens: Sequence[Token], index: int, subject: _Subject) -> bool:
    """With a phrase between head and verb, only a subject that opens its sentence counts."""
    return tokens.index(subject.head) <= 3


def _there(tokens: Sequence[Token], verbs: set[str]) -> Iterator[tuple[int, Token]]:
    """“there is”, “there have been”, “is there”: the verb, and where what exists begins."""
    for index, token in enumerate(tokens[:-2]):
        if token.word != "there":
            continue
        at = index + 1
        while at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        if at < len(tokens) and tokens[at].word in verbs:
            begin = at + 1
            while begin < len(tokens) and (is_adverb(tokens[begin]) or tokens[begin].word in {"been", "not"}):
                begin += 1
            if begin < len(tokens) and not (tokens[at].word == "has" and tokens[begin - 1].word != "been"):
                yield begin, tokens[at]


def _begins_plural(tokens: Sequence[Token], index: int) -> bool:
    """two, many, several …, with a plural noun behind; or a bare plural."""
    first = tokens[index]
    follows = tokens[index : index + 5]
    if first.word in {
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "many",
        "few",
        "various",
        "numerous",
        "both",
        "these",
        "those",
        "some",
        "lots",
        "plenty",
        "other",
        "so",
    }:
        plural = next((t for t in follows[1:] if may_be(t, "n", "p")), None)
        return (
            plural is not None
            and is_plural(plural)
            and not any(t.word in {"thirds", "years", "minutes", "hours"} for t in follows)
        )
    if first.word == "a":
        second = follows[1].word if len(follows) > 1 else ""
        return second in {"few", "couple", "lot"} and any(is_plural(t) for t in follows[2:5])
    return is_plural(first) and not word(first.word).may_be("z", "n") and len(follows) > 1 and follows[1].word != "and"
