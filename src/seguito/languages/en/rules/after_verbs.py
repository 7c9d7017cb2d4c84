"""The form of a verb behind another, and behind words of liking."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import base_of, group, ing_of, is_base_verb, is_only, may_be, words
from seguito.languages.en.verbs import OBJECT_BEGINS, PEOPLE

_TIMES_SPENT = words("time evening morning afternoon night weekend summer winter spring autumn holidays life")
_TAKES_TO = group("takes_to") - words("wanting aim aims manage tends tend") | words("able")
_ASKS_OF = words(
    "taught teach teaches allow allowed allows enable enabled enables invite invited encourage encouraged advised advise"
    " reminded remind permit permitted expect expected motivated inspired forced asked want wanted wants"
)
_OFTEN_ASKED = words("thank see visit show talk ask")


@rule(
    "VERB_ING",
    severity="stop",
    only_with="to",
    says={
        "en": "After “{verb}” the next verb ends in -ing: “{better}”.",
        "it": "Dopo «{verb}» il secondo verbo va in -ing: «{better}».",
    },
    wrong=[
        ["I enjoyed to talk with your apprentices.", "I enjoyed talking with your apprentices."],
        ["I suggest to meet after the fair.", "I suggest meeting after the fair."],
        ["Would you mind to send me the address?", "Would you mind sending me the address?"],
    ],
    right=[
        "I enjoyed it, to be frank.",
        "My mind to me a kingdom is; I keep to the path.",
        "It was suggested to me to wait.",
    ],
)
def verb_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    verbs = group("takes_ing") - words("practise practised practice practiced keep keeps kept missing involved")
    for index, token in enumerate(tokens[:-2]):
        if token.word not in verbs or tokens[index + 1].word != "to":
            continue
        before = tokens[index - 1].word if index else ""
        noun = token.word in words("mind risk delay") and before not in words("you not don't i would wouldn't")
        if (
            noun
            or before in group("be")
            or (token.word in words("consider considers considered") and tokens[index + 2].word == "be")
        ):
            continue
        better = ing_of(tokens[index + 2].word)
        if better and (is_base_verb(tokens[index + 2]) or tokens[index + 2].word == "be"):
            yield sentence.hit(tokens[index + 1], tokens[index + 2], better, verb=token.text)


@rule(
    "VERB_TO",
    severity="stop",
    says={
        "en": "After “{verb}” the next verb takes “to”: “{better}”.",
        "it": "Dopo «{verb}» il secondo verbo vuole «to»: «{better}».",
    },
    wrong=[
        ["I decided staying in Leeds.", "I decided to stay in Leeds."],
        ["I hope seeing the new hall.", "I hope to see the new hall."],
        ["I would like thanking you for it.", "I would like to thank you for it."],
        ["I want see the new hall.", "I want to see the new hall."],
        ["I would like thank you for it.", "I would like to thank you for it."],
        ["I was able finish it.", "I was able to finish it."],
    ],
    right=[
        "I hope meeting you was no trouble. We want help.",
        "I would like training, and I would love programming in Ada.",
        "We expected Google itself to wait. I hope work goes well.",
    ],
)
def verb_to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        form, after = tokens[index + 1], tokens[index + 2]
        before = tokens[index - 1].word if index else ""
        would = token.word in words("like love prefer") and before in words("would i'd we'd you'd")
        if not form.text.islower() or not (would or token.word in _TAKES_TO) or form.word in words("let please help"):
            continue
        behind = OBJECT_BEGINS if would else OBJECT_BEGINS | group("prepositions")
        clause = any(t.word in group("be", "have", "modals") for t in tokens[index + 2 : index + 5])
        if may_be(form, "g") and form.word not in group("noun_ings") and after.word in behind and not clause:
            yield sentence.hit(form, form, f"to {base_of(form.word, 'g')}", verb=token.text)
        hopes = token.word in words("hope hopes hoped expect wish promise")
        bare = (
            is_only(form, "v")
            or (token.word == "able" and is_base_verb(form))
            or (form.word in _OFTEN_ASKED and after.word in OBJECT_BEGINS)
        )
        if bare and (not hopes or (is_only(form, "v") and before in PEOPLE)):
            yield sentence.hit(form, form, f"to {form.text}", verb=token.text)


@rule(
    "PLEASURE_TO",
    severity="stop",
    only_with="pleasure honour honor opportunity chance privilege joy happy glad pleased delighted nice ready easy good great",
    says={"en": "Before the verb “to” is missing: “{better}”.", "it": "Davanti al verbo manca «to»: «{better}»."},
    wrong=[
        ["It would be a pleasure join you.", "It would be a pleasure to join you."],
        ["I would be happy meet the team.", "I would be happy to meet the team."],
    ],
    right=[
        "It is a pleasure to join you.",
        "A good show, a nice work place, a ready answer.",
        "We were happy, met or not.",
    ],
)
def pleasure_to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    nouns = words("pleasure honour honor opportunity chance privilege joy")
    adjectives = words("happy glad pleased delighted ready")
    for index, token in enumerate(tokens[1:-2], start=1):
        form, after = tokens[index + 1], tokens[index + 2]
        acts = is_only(form, "v") or (
            is_base_verb(form)
            and form.word in _OFTEN_ASKED | words("meet join learn work help study")
            and after.word in OBJECT_BEGINS | words("with for in at about")
        )
        felt = token.word in adjectives and tokens[index - 1].word in group("be", "small_adverbs", "modals")
        given = token.word in nouns and tokens[index - 1].word in group("articles", "possessives") | words(
            "great real big"
        )
        if acts and (felt or given) and form.word not in words("let please seem"):
            yield sentence.hit(form, form, f"to {form.text}")


@rule(
    "SPEND_TIME_ING",
    severity="stop",
    only_with="spend spent spends spending",
    says={"en": "Time is spent doing something: “{better}”.", "it": "Il tempo si passa facendo qualcosa: «{better}»."},
    wrong=[
        ["I spent a lot of time to study it.", "I spent a lot of time studying it."],
        ["We spend two hours to clean the hall.", "We spend two hours cleaning the hall."],
    ],
    right=["I spent time there to my regret.", "I spent all I had to see it. It is time well spent to me."],
)
def spend_time_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(2, len(tokens) - 1):
        unit, to, form = tokens[index - 1 : index + 2]
        spends = any(t.word in words("spend spent spends spending") for t in tokens[max(0, index - 7) : index - 1])
        if (
            to.word == "to"
            and unit.word in (group("time_units") - words("second minute seconds")) | _TIMES_SPENT
            and spends
            and may_be(form, "v")
        ):
            yield sentence.hit(to, form, ing_of(form.word))


@rule(
    "MAKE_LET",
    severity="stop",
    only_with="let lets letting made make makes",
    says={
        "en": "After “{verb}” and its object the verb has no “to”: “{better}”.",
        "it": "Dopo «{verb}» e il suo oggetto il verbo va senza «to»: «{better}».",
    },
    wrong=[
        ["You let me to try the saw.", "You let me try the saw."],
        ["It made me to think of home.", "It made me think of home."],
    ],
    right=["I was made to feel at home.", "She made it to sell.", "What made him to me a friend was his wit."],
)
def make_let(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 3):
        verb, whom, to, form = tokens[index : index + 4]
        if (
            verb.word in words("let lets letting made make makes")
            and whom.word in words("me you him us them")
            and to.word == "to"
        ) and (is_base_verb(form) or form.word in words("be have do")):
            yield sentence.hit(to, form, form.text, verb=verb.text)


@rule(
    "WORTH_ING",
    severity="stop",
    only_with="worth",
    says={
        "en": "After “worth” the verb ends in -ing: “{better}”.",
        "it": "Dopo «worth» il verbo va in -ing: «{better}».",
    },
    wrong=[
        ["The loft is worth to see.", "The loft is worth seeing."],
        ["It was worth to wait for it.", "It was worth waiting for it."],
    ],
    right=["It is worth seeing.", "What it is worth to us, and its worth to people, I know."],
)
def worth_ing(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        worth, to, form = tokens[index : index + 3]
        if worth.word == "worth" and to.word == "to" and may_be(form, "v") and not may_be(form, "p"):
            better = ing_of(form.word)
            if better and form.tag in {"VERB", ""}:
                yield sentence.hit(to, form, better)


@rule(
    "OBJECT_TO",
    severity="stop",
    only_with="me us you him her them",
    says={
        "en": "After “{verb}” and its object the verb takes “to”: “{better}”.",
        "it": "Dopo «{verb}» e il suo oggetto il verbo vuole «to»: «{better}».",
    },
    wrong=[
        ["The course taught me manage my time.", "The course taught me to manage my time."],
        ["You invited us join the choir.", "You invited us to join the choir."],
    ],
    right=["You taught me patience and asked me questions.", "I asked them, begin or not; it allowed us time to meet."],
)
def object_to(sentence: Sentence) -> Iterator[Hit]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 3):
        whom = tokens[index + 1]
        if whom.word not in words("me us you him them her") or tokens[index].word not in _ASKS_OF:
            continue
        form, after = tokens[index + 2], tokens[index + 3]
        acts = is_only(form, "v") or (form.word in words("join visit work try use see") and after.word in OBJECT_BEGINS)
        if acts and after.word in OBJECT_BEGINS | group("prepositions") | {".", ","}:
            yield sentence.hit(form, form, f"to {form.text}", verb=tokens[index].text)
