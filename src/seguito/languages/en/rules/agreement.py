"""Subject and verb: one was, several were."""

from collections.abc import Iterator, Sequence

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
    words,
)
from seguito.languages.en.lexicon import word
from seguito.languages.en.subjects import Count, subject_before

_TO_PLURAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items()}
_TO_FIRST = _TO_PLURAL | {"is": "am", "are": "am", "was": "", "wasn't": "", "were": "was", "isn't": "am not"}

_ONE = group("everybody") - {"each"} | words("he she it")
_SEVERAL = words("we you they")
_PRONOUNS = _ONE | _SEVERAL | {"i"}
_WISHES = words("if wish though as unless were suppose imagine")
_ASKS_SUBJUNCTIVE = words(
    "suggest suggested insist insists insisted recommend recommended demand demanded propose proposed essential vital lest"
    " ask asked important necessary crucial"
)
_BARE_INFINITIVE = words("make makes made see saw hear heard help helped watch watched have had let lets find want")
_QUESTIONS = words("does did do would could should can will")
_AMOUNTS = words(
    "number lot lots plenty few hundred thousand million dozen great good many total pair bunch host set or half couple"
    " range variety handful series some"
)
_ASKS_PLURAL = words(
    "two three four five six seven eight nine ten several many few various numerous both these those other some"
)
_TAKEN_AS_ONE = words("thirds years minutes hours weeks days months")
_STRIKING = words(
    "impress make strike help surprise interest please amaze worry keep bring give drive attract fascinate move touch concern"
    " delight convince inspire motivate"
)
_BEHIND_VERB = group("articles", "possessives", "objects") | words("sense that to like how")


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
        if token.word in _PRONOUNS and token.kind is Kind.WORD and _stands_as_subject(tokens, index):
            at = _verb_place(tokens, index)
            better = _with_pronoun(tokens, at, token.word) if at else ""
            if better:
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
        ["One of your colleagues were kind.", "One of your colleagues was kind."],
    ],
    right=[
        "The team who interviewed me were generous, and the team is small.",
        "A number of customers are waiting; the number of returns is falling.",
        "Fish and chips is lunch. Five years is a long time. Half of the visitors are children.",
        "What I liked most were the questions. It was the apprentices who were proud.",
        "I suggest that the manager be told. If the list were longer, I'd read it.",
        "The one exception are things like these. How much time have you?",
    ],
)
def subject_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.word not in _TO_PLURAL and token.word not in _TO_SINGULAR:
            continue
        following = next_word(tokens, index)
        asks = (
            following is not None
            and following.word in group("subjects")
            and token.word in words("have do are were don't")
        )
        turned = following is not None and is_plural(following) and token.word in words("are were")
        if asks or turned or (token.word in words("do don't were have") and _is_subjunctive(tokens, index)):
            continue
        subject = subject_before(tokens, index)
        if subject is not None:
            better = (_TO_PLURAL if subject.count is Count.SEVERAL else _TO_SINGULAR).get(token.word)
            if better:
                yield sentence.hit(token, token, better, subject=subject.head.text)


@rule(
    "SUBJECT_FULL_VERB",
    severity="stop",
    says={
        "en": "The subject is “{subject}”, so the verb is “{better}”.",
        "it": "Il soggetto è «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["Your approach to tenders make sense to me.", "Your approach to tenders makes sense to me."],
        ["Your colleague remind me of my teacher.", "Your colleague reminds me of my teacher."],
        ["The drivers knows the roads.", "The drivers know the roads."],
    ],
    right=[
        "I asked that the manager call me. Does your manager know me?",
        "The letters the director wrote are kept. The time you spend in shops is your own.",
        "The reason I want to know first is this. We let the dogs run the show.",
    ],
)
def subject_full_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:], start=1):
        if token.tag != "VERB" or tokens[index - 1].word == "to" or is_adverb(tokens[index - 1]):
            continue
        base = is_base_verb(token) and not may_be(token, "j", "d", "h")
        third = may_be(token, "z") and not may_be(token, "n", "p")
        following = next_word(tokens, index)
        if not (base or third) or following is None or _is_subjunctive(tokens, index):
            continue
        if may_be(token, "n", "p") and following.word not in _BEHIND_VERB:
            continue
        subject = subject_before(tokens, index)
        if subject is None or (subject.head is not tokens[index - 1] and tokens.index(subject.head) > 3):
            continue
        if (
            base
            and subject.count is Count.ONE
            and (subject.head.tag in {"NOUN", "PRON"} or subject.head.word in words("each everyone everybody nobody"))
            and third_of(token.word)
        ):
            yield sentence.hit(token, token, third_of(token.word), subject=subject.head.text)
        elif third and subject.count is Count.SEVERAL:
            yield sentence.hit(token, token, base_of(token.word, "z"), subject=subject.head.text)


@rule(
    "THERE_ARE",
    severity="stop",
    only_with="there",
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
    for index, verb in _there(sentence.tokens, words("is was isn't wasn't has hasn't")):
        if _begins_plural(sentence.tokens, index):
            yield sentence.hit(verb, verb, _TO_PLURAL[verb.word])


@rule(
    "THERE_IS_ONE",
    severity="stop",
    only_with="there",
    says={"en": "Of one, “there {better}”.", "it": "Di una cosa sola si dice «there {better}»."},
    wrong=[
        ["There are a detail that I forgot.", "There is a detail that I forgot."],
        ["There were an old press in the hall.", "There was an old press in the hall."],
    ],
    right=[
        "There are a table and six chairs.",
        "There were a few, a couple, and a number of others.",
        "If there were a lift, I'd take it.",
    ],
)
def there_is_one(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, verb in _there(tokens, words("are were aren't weren't")):
        follows, before = tokens[index : index + 9], {t.word for t in tokens[max(0, index - 4) : index]}
        if not follows or follows[0].word not in words("a an one") or before & _WISHES - {"were"}:
            continue
        joined = any(t.word == "and" for t in follows) or any(t.word in _AMOUNTS for t in follows[:4])
        if not joined and any(is_singular(t) for t in follows[1:4]):
            yield sentence.hit(verb, verb, _TO_SINGULAR[verb.word])


@rule(
    "TWO_TOGETHER",
    severity="stop",
    only_with="and",
    says={"en": "Two together take “{better}”.", "it": "Due insieme vogliono «{better}»."},
    wrong=[
        ["My sister and I was trained there.", "My sister and I were trained there."],
        ["My colleague and I am glad.", "My colleague and I are glad."],
        ["My brother and his wife runs a bakery.", "My brother and his wife run a bakery."],
        ["The pond and the shed was a treat.", "The pond and the shed were a treat."],
    ],
    right=[
        "My sister and I were trained there.",
        "You saw my sister, and I was glad.",
        "I met your sister and I was glad.",
    ],
)
def two_together(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    yield from _two_nouns(sentence)
    for index in range(2, len(tokens) - 1):
        joined = tokens[index].word == "i" and tokens[index - 1].word == "and" and is_noun(tokens[index - 2])
        opens = index == 2 or (index == 3 and tokens[0].word in group("determiners"))
        following = tokens[index + 1]
        if joined and opens and following.word in words("am was has"):
            yield sentence.hit(following, following, {"am": "are"}.get(following.word) or _TO_PLURAL[following.word])


@rule(
    "WHO_VERB",
    severity="stop",
    only_with="who which that",
    says={
        "en": "“{relative}” stands for “{subject}”, so the verb is “{better}”.",
        "it": "«{relative}» sta per «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["The colleague who were there was kind.", "The colleague who was there was kind."],
        ["I like the engines that burns less.", "I like the engines that burn less."],
        ["I met people who has no desk.", "I met people who have no desk."],
    ],
    right=[
        "One of the people who know it told me, and the only one who knows it.",
        "It is important to the team that were here that you come. I saw the boxes that he makes.",
        "I know that has changed, and I hope that works. The staff who were there sang.",
    ],
)
def who_verb(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 1):
        head, relative, at = tokens[index - 1], tokens[index], _verb_place(tokens, index)
        if (
            relative.word not in {"who", "which", "that"}
            or not at
            or head.word in group("collectives")
            or not is_noun(head)
        ):
            continue
        several = is_plural(head) or head.word == "people"
        person = several or head.word in group("people", "professions")
        doubtful = head.word == "way" or (relative.word == "who" and not person)
        if (
            doubtful
            or {t.word for t in tokens[:index]} & words("so such")
            or "now" in {t.word for t in tokens[index:at]}
        ):
            continue
        if not several and (
            not is_singular(head)
            or head.word.endswith("s")
            or "of" in [t.word for t in tokens[max(0, index - 5) : index]]
        ):
            continue
        if (
            _in_phrase(tokens, index - 1)
            or any(t.word in {"one", "and"} for t in tokens[max(0, index - 6) : index])
            or (relative.word == "that" and not _is_relative(tokens, at))
        ):
            continue
        better = _in_relative(tokens[at], several=several)
        if better:
            yield sentence.hit(tokens[at], tokens[at], better, relative=relative.text, subject=head.text)


@rule(
    "WHAT_IMPRESS",
    severity="stop",
    only_with="what",
    says={
        "en": "With “what” as its subject the verb is “{better}”.",
        "it": "Con «what» soggetto il verbo è «{better}».",
    },
    wrong=[
        ["What impress me most is the calm.", "What impresses me most is the calm."],
        ["I know what make you proud.", "I know what makes you proud."],
    ],
    right=["What do you think? What made me laugh was the cat.", "Tell me what impresses you."],
)
def what_impress(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        what, verb, whom = tokens[index : index + 3]
        if (
            what.word == "what"
            and verb.word in _STRIKING
            and is_base_verb(verb)
            and not may_be(verb, "d", "j")
            and whom.word in words("me us you him them")
        ):
            yield sentence.hit(verb, verb, third_of(verb.word))


@rule(
    "MOST_OF_IT",
    severity="stop",
    only_with="most some all half part none much rest",
    says={"en": "Of one thing the verb is “{better}”.", "it": "Di una cosa sola il verbo è «{better}»."},
    wrong=[
        ["Most of the work are done by noon.", "Most of the work is done by noon."],
        ["All of the furniture were old.", "All of the furniture was old."],
    ],
    right=[
        "Most of the rooms are old, and half of the team are new.",
        "Some of the staff were there; all of it was good.",
    ],
)
def most_of_it(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 4):
        part, of, owner, noun, verb = tokens[index : index + 5]
        if (
            part.word not in words("most some all half part none much rest")
            or of.word != "of"
            or owner.word not in group("possessives") | {"the", "this"}
        ):
            continue
        single = noun.word in group("uncountable") - {"staff"} or (
            is_singular(noun) and noun.word not in group("collectives", "people")
        )
        if single and verb.word in words("are were have aren't weren't") and not noun.word.endswith("s"):
            yield sentence.hit(verb, verb, _TO_SINGULAR[verb.word])


@rule(
    "THIS_ARE",
    severity="stop",
    only_with="this these those",
    says={"en": "“{better}”: one or several must agree.", "it": "«{better}»: singolare e plurale devono concordare."},
    wrong=[
        ["This are the plans.", "These are the plans."],
        ["I think these is the best loaf.", "I think this is the best loaf."],
    ],
    right=["This is the plan, and these are the loaves.", "People like this are rare. All of this were news to me."],
)
def this_are(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        opens = (
            index == 0
            or tokens[index - 1].word in group("takes_clause") - words("like than as after before until since")
            or tokens[index - 1].kind is Kind.MARK
        )
        verb = tokens[index + 1]
        wished = {t.word for t in tokens[max(0, index - 3) : index]} & _WISHES
        if opens and not wished and token.word == "this" and verb.word in {"are", "were"}:
            yield sentence.hit(token, verb, f"these {verb.text}")
        elif opens and token.word in {"these", "those"} and verb.word in {"is", "was", "has"}:
            yield sentence.hit(token, verb, f"{'this' if token.word == 'these' else 'that'} {verb.text}")


@rule(
    "WHAT_WERE",
    severity="ask",
    only_with="what",
    says={"en": "One thing: “{better}”.", "it": "Una cosa sola: «{better}»."},
    wrong=[
        ["What I liked most were the silence in the hall.", "What I liked most was the silence in the hall."],
        ["What struck me are the calm of the team.", "What struck me is the calm of the team."],
    ],
    right=["What I liked most were the questions.", "What I liked were the pond and the shed.", "What were the rules?"],
)
def what_were(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if not tokens or tokens[0].word != "what" or any(t.word in {"and", "?"} for t in tokens):
        return
    for index in range(2, min(7, len(tokens) - 3)):
        verb, article, noun = tokens[index : index + 3]
        if verb.word in {"were", "are"} and article.word in group("articles", "possessives"):
            at = index + 2
            while at < len(tokens) - 1 and may_be(tokens[at], "j") and not may_be(tokens[at], "n"):
                at += 1
            noun = tokens[at]
            alone = at + 1 >= len(tokens) or not may_be(tokens[at + 1], "n", "p")
            if is_singular(noun) and noun.word not in group("collectives") and alone:
                yield sentence.hit(verb, verb, _TO_SINGULAR[verb.word])
            return


def _in_phrase(tokens: Sequence[Token], at: int) -> bool:
    """“a magic in small things that goes on”: the noun stands behind a preposition, and another may be meant."""
    while at > 0 and (
        tokens[at - 1].word in group("determiners", "numbers") | words("other own same")
        or may_be(tokens[at - 1], "j", "n")
    ):
        at -= 1
    return at > 1 and tokens[at - 1].word in group("prepositions") and tokens[at - 1].tag != "VERB"


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """“the engines that burn less”, not “I told the porter that has rung”: only where tagger and order agree."""
    before = tokens[at - 2].word if at > 1 else ""
    verbs = group("takes_clause") - group("conjunctions", "wh_words", "small_adverbs") - words("like than unless")
    told = any(t.word in verbs for t in tokens[max(0, at - 6) : at - 1])
    return not told and before not in group("be", "have") and not _is_noun_behind(tokens, at)


def _is_noun_behind(tokens: Sequence[Token], at: int) -> bool:
    """“that sales are up”: what stands behind “that” is a noun with a verb of its own."""
    following = next_word(tokens, at)
    return tokens[at].tag not in {"VERB", "AUX"} and following is not None and following.tag in {"VERB", "AUX", "NOUN"}


def _in_relative(token: Token, *, several: bool) -> str:
    """What the verb behind “who” or “that” should be, or empty."""
    if several:
        return _TO_PLURAL.get(token.word) or (base_of(token.word, "z") if may_be(token, "z") else "")
    if token.word in _TO_SINGULAR:
        return _TO_SINGULAR[token.word]
    plain = is_base_verb(token) and token.tag == "VERB" and not may_be(token, "n", "j", "d", "h")
    return third_of(token.word) if plain or token.word in words("run come become") else ""


def _two_nouns(sentence: Sentence) -> Iterator[Hit]:
    """“My brother and his wife runs”, “he and his sister has”: each with its own determiner, at the start."""
    tokens = sentence.tokens
    joints = [index for index, token in enumerate(tokens[:6]) if token.word == "and"]
    if len(joints) != 1 or not 0 < joints[0] < len(tokens) - 3:
        return
    joint = joints[0]
    first, second = tokens[:joint], tokens[joint + 1]
    owners = group("possessives") | words("the this that")
    begins = first[0].word in owners or (len(first) == 1 and first[0].word in words("he she you we they") | {"i"})
    if not begins or second.word not in owners or any(_carries(t) or t.kind is Kind.MARK for t in first[1:]):
        return
    for index in range(joint + 2, min(joint + 5, len(tokens))):
        token = tokens[index]
        better = _TO_PLURAL.get(token.word) or (
            base_of(token.word, "z") if may_be(token, "z") and token.tag == "VERB" else ""
        )
        if better and is_noun(tokens[index - 1]):
            yield sentence.hit(token, token, better)
        if _carries(token) or token.kind is Kind.MARK or token.word in group("prepositions"):
            return


def _carries(token: Token) -> bool:
    """A verb that carries a clause."""
    return token.word in group("be", "have", "do", "modals") or token.tag == "VERB"


def _stands_as_subject(tokens: Sequence[Token], index: int) -> bool:
    """Not “let it go”, “did he know”, “I saw you leave”, “I insist that she take” or “people who know it love it”."""
    if not index or tokens[index - 1].kind is Kind.MARK:
        return True
    before, pronoun = tokens[index - 1], tokens[index].word
    if before.word in {"and", "or"}:
        joined = index > 1 and (is_noun(tokens[index - 2]) or tokens[index - 2].word in group("subjects", "objects"))
        return not joined
    if before.word.endswith("'d") or before.word in group("articles") or tokens[index].text == "i":
        return False
    if before.word in words("before after since until"):
        return pronoun not in {"you", "it"}
    if before.word in group("modals", "do", "have", "be", "prepositions", "negations") | words(
        "nor plus than let lets"
    ):
        return False
    if {t.word for t in tokens[:index]} & _ASKS_SUBJUNCTIVE or (before.word in _WISHES and pronoun not in _SEVERAL):
        return False
    if not may_be(before, "v", "d", "z", "g", "h") or may_be(before, "r"):
        return True
    relative = any(t.word in words("who which what") for t in tokens[max(0, index - 5) : index])
    is_object = pronoun in {"it", "you"} and before.word in words("tell tells told show showed")
    says = before.word in group("takes_clause") - words("see saw hear heard") and not may_be(before, "g")
    return says and not relative and not is_object


def _verb_place(tokens: Sequence[Token], index: int) -> int:
    """Where the verb of a pronoun stands: behind it, adverbs passed over; 0 when none does."""
    at = index + 1
    while at < len(tokens) and is_adverb(tokens[at]) and tokens[at].tag != "VERB":
        at += 1
    return at if at < len(tokens) and tokens[at].kind is Kind.WORD else 0


def _with_pronoun(tokens: Sequence[Token], at: int, pronoun: str) -> str:
    """The form that goes with a pronoun, or empty where the one that stands there may be right."""
    token = tokens[at]
    wished = token.word == "were" and {t.word for t in tokens[max(0, at - 4) : at]} & _WISHES
    if wished:
        return ""
    if pronoun == "i" or pronoun in _SEVERAL:
        known = (_TO_FIRST if pronoun == "i" else _TO_PLURAL).get(token.word)
        if known is not None:
            return known
        third = may_be(token, "z") and (token.tag == "VERB" or not may_be(token, "p"))
        return base_of(token.word, "z") if third else ""
    if token.word in _TO_SINGULAR:
        beside = tokens[at - 1].word == pronoun or is_adverb(tokens[at - 1])
        return _TO_SINGULAR[token.word] if beside or token.word not in {"do", "have"} else ""
    following = next_word(tokens, at)
    may_stand = token.word in words("need dare please") or (at == 1 and pronoun in group("everybody"))
    if may_stand or (following is not None and following.word == "not"):
        return ""
    plain = is_base_verb(token) and not may_be(token, "j", "r", "d") and (token.tag == "VERB" or not may_be(token, "n"))
    return third_of(token.word) if plain else ""


def _is_subjunctive(tokens: Sequence[Token], index: int) -> bool:
    """“I suggest that the manager be told”, “if the list were longer”, “we let the dogs run”, “does your manager have”."""
    before = {t.word for t in tokens[max(0, index - 9) : index]}
    return bool(before & (_ASKS_SUBJUNCTIVE | _WISHES - {"as", "were"} | _BARE_INFINITIVE | _QUESTIONS))


def _there(tokens: Sequence[Token], verbs: frozenset[str]) -> Iterator[tuple[int, Token]]:
    """“there is”, “there have been”: the verb, and where what exists begins."""
    for index, token in enumerate(tokens[:-2]):
        at = index + 1
        if token.word in verbs and tokens[at].word == "there" and not index:
            yield at + 1, token  # “Is there any room?”
            continue
        while token.word == "there" and at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        if token.word != "there" or at >= len(tokens) or tokens[at].word not in verbs:
            continue
        begin = at + 1
        while begin < len(tokens) and (is_adverb(tokens[begin]) or tokens[begin].word in {"been", "not"}):
            begin += 1
        if begin < len(tokens) and (tokens[at].word not in {"has", "hasn't"} or tokens[begin - 1].word == "been"):
            yield begin, tokens[at]


def _begins_plural(tokens: Sequence[Token], index: int) -> bool:
    """two, many, several …, with a plural noun behind; or a bare plural."""
    first, follows = tokens[index], tokens[index + 1 : index + 5]
    if first.word in group("numbers") and follows and follows[0].word == "of":
        return len(follows) > 1 and follows[1].word in words("us them you these those the my your")
    if first.word in _ASKS_PLURAL or (first.kind is Kind.NUMBER and first.text.isdigit() and first.text != "1"):
        noun = next((t for t in follows if may_be(t, "n", "p")), None)
        return noun is not None and is_plural(noun) and not any(t.word in _TAKEN_AS_ONE for t in follows)
    if first.word == "a":
        return bool(follows) and follows[0].word in words("few couple lot") and any(is_plural(t) for t in follows[1:4])
    return is_plural(first) and not word(first.word).may_be("z") and bool(follows) and follows[0].word != "and"


@rule(
    "HERE_ARE",
    severity="stop",
    only_with="here here's",
    says={"en": "Of several, “{better}”.", "it": "Di più cose si dice «{better}»."},
    wrong=[
        ["Here is the two documents you asked for.", "Here are the two documents you asked for."],
        ["Here's three things I took home.", "Here are three things I took home."],
    ],
    right=["Here is the two hour plan.", "Here is one of the two documents.", "Here are the documents."],
)
def here_are(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-3]):
        short = token.word == "here's"
        at = index + 1 if short else index + 2
        if not short and not (token.word == "here" and tokens[index + 1].word in {"is", "was"}):
            continue
        if tokens[at].word in group("articles", "possessives"):
            at += 1
        if at + 1 < len(tokens) and tokens[at].word in _ASKS_PLURAL - {"some"} and _begins_plural(tokens, at):
            if short:
                yield sentence.hit(token, token, f"{token.text[:4]} are")
            else:
                verb = tokens[index + 1]
                yield sentence.hit(verb, verb, _TO_PLURAL[verb.word])


@rule(
    "DO_YOUR",
    severity="stop",
    only_with="does is was has do are were have doesn't isn't wasn't hasn't don't aren't weren't haven't",
    says={
        "en": "The subject is “{subject}”, so the verb is “{better}”.",
        "it": "Il soggetto è «{subject}», quindi il verbo è «{better}».",
    },
    wrong=[
        ["Does your apprentices also learn to drive?", "Do your apprentices also learn to drive?"],
        ["Have the manager decided?", "Has the manager decided?"],
    ],
    right=["Do your apprentices drive?", "Is the sales team here? Were the family there? Have the kids eaten?"],
)
def do_your(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[-1].text != "?" or tokens[1].word not in group("possessives") | {"the", "these"}:
        return
    verb, noun, after = tokens[0], tokens[2], tokens[3]
    describes = may_be(after, "n", "p") and after.tag in {"NOUN", "PROPN"}
    if describes or noun.word in group("collectives") | {"people"}:
        return
    if noun.word.endswith("ss") or not noun.text.islower():
        return
    table = _TO_PLURAL if is_plural(noun) else _TO_SINGULAR if is_singular(noun) and after.word != "and" else {}
    if verb.word in table:
        better = table[verb.word]
        yield sentence.hit(verb, verb, better, subject=noun.text)


@rule(
    "WHAT_YOU_SAID",
    severity="stop",
    only_with="what",
    says={
        "en": "What was said is one thing: the verb is “{better}”.",
        "it": "Ciò che si è detto è una cosa sola: il verbo è «{better}».",
    },
    wrong=[
        ["What you said about the suppliers make sense.", "What you said about the suppliers makes sense."],
        ["What you told me stay with me.", "What you told me stays with me."],
    ],
    right=["What you said about people who make sense is true.", "What you said made sense.", "What did you make?"],
)
def what_you_said(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[0].word != "what" or tokens[1].word not in words("you we she he they i"):
        return
    if not may_be(tokens[2], "d") or tokens[2].word not in words(
        "said told showed mentioned described explained wrote"
    ):
        return
    for index in range(3, min(10, len(tokens) - 1)):
        token = tokens[index]
        if token.kind is not Kind.WORD or token.word in words("who that which when if and how what why where to"):
            return
        if token.word in words("make stay sound seem matter ring help impress touch show prove mean give remind"):
            if token.tag == "VERB" and tokens[index - 1].word not in group("determiners") - {"that"}:
                yield sentence.hit(token, token, third_of(token.word))
            return
