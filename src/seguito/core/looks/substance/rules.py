"""The rules of the third look, as records. What each finds is beside this file; here is what it says, and examples.

Sentences under `wrong` and `right` are whole bodies of a note that stands alone; cases that need a panel or details
are the tests'.
"""

from seguito.core.looks.finding import Look, Severity
from seguito.core.looks.rule import Rule

STOCK_PHRASE = Rule(
    name="STOCK_PHRASE",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "“{quote}” is what everybody writes, and {made_of_it} of this note is made of such phrases. {instead_en}",
        "it": "«{quote}» lo scrivono tutti, e di frasi così è fatto il {made_of_it} di questa lettera. {instead_it}",
    },
    wrong=(
        (
            "I am a highly motivated team player. I thrive in a fast-paced environment. I look forward to hearing from"
            " you.",
            "",
        ),
        (
            "Sono una persona dinamica e solare. Credo di poter dare un contributo alla vostra azienda. Resto a"
            " disposizione per qualsiasi chiarimento.",
            "",
        ),
    ),
    right=(
        "Thank you for your time. The compost heap named after Mrs Aldous made me laugh all the way to the ferry.",
        "Grazie del tempo che mi ha dedicato. Il forno spento a mezzanotte e la pagnotta tiepida li porto con me.",
    ),
)

NO_DETAIL = Rule(
    name="NO_DETAIL",
    look=Look.SUBSTANCE,
    severity=Severity.STOP,
    says={
        "en": "Nothing in this note comes from the conversation: it could have gone to anyone. What was said: {told}. "
        "Write about one of these; if you did so in other words, mark it as used.",
        "it": "In questa lettera non c'è niente del colloquio: poteva andare a chiunque. Che cosa è stato detto: "
        "{told}. Scrivi di una di queste cose; se l'hai già fatto con altre parole, segnala come usata.",
    },
)

SAME_AS_PANEL = Rule(
    name="SAME_AS_PANEL",
    look=Look.SUBSTANCE,
    severity=Severity.STOP,
    says={
        "en": "{person} reads nearly the same: “{theirs}”. {because_en}",
        "it": "{person} legge quasi lo stesso: «{theirs}». {because_it}",
    },
)

COMPARED = {
    "because_en": "A panel compares notes: give each of them a passage of their own.",
    "because_it": "Chi ha fatto il colloquio insieme confronta le lettere: a ognuno il suo passo.",
}
READ_TWICE = {
    "because_en": "It stands in your other note to them: what comes second, by hand or by mail, needs other words.",
    "because_it": "Sta già nell'altra tua lettera: quella che arriva per seconda vuole altre parole.",
}

SELF_PRAISE = Rule(
    name="SELF_PRAISE",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "Sentences that say how good you are: {praise} of {sentences}; why you want to be there: {why}; that "
        "speak of them: {them}. What you can do they have asked already: write about them, and about why there.",
        "it": "Frasi che dicono quanto vali: {praise} su {sentences}; perché vuoi stare proprio lì: {why}; che parlano "
        "di loro: {them}. Che cosa sai fare l'hanno già chiesto: scrivi di loro, e del perché lì.",
    },
    wrong=(
        ("I am the ideal candidate for this position. My outstanding skills speak for themselves.", ""),
        ("Sono la candidata ideale per questo ruolo. Ho sempre superato tutti gli obiettivi.", ""),
    ),
    right=(
        "I have worked in four surgeries and never once heard a patient's own playlist at nine in the morning.",
        "Ho lavorato in due archivi, e nessuno dei due teneva i nastri al fresco.",
    ),
)

NO_WHY_HERE = Rule(
    name="NO_WHY_HERE",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "Nothing says why you want to be there rather than elsewhere, and that is what they ask themselves "
        "(sentences: {sentences}; about you alone: {mine}; that speak of them: {them}). One thing you noticed about "
        "the house, and what it is to you, is enough.",
        "it": "Niente dice perché vuoi stare lì e non altrove, ed è quello che si chiedono (frasi: {sentences}; solo "
        "su di te: {mine}; che parlano di loro: {them}). Basta una cosa che hai notato di quel posto, e che cosa è "
        "per te.",
    },
    wrong=(("The fax machine stayed with me all evening. I am sending you my sketch on Monday.", ""),),
    right=(
        "Larkspur is where I learned to tell an ash from a rowan.",
        "Chi non getta via una pianta non getta via una persona: per questo vorrei lavorare con lei.",
    ),
)

RESENTMENT = Rule(
    name="RESENTMENT",
    look=Look.SUBSTANCE,
    severity=Severity.STOP,
    says={
        "en": "“{words}” sounds like a reproach. What happens inside a house is seldom about you, and these people "
        "may call again: leave the sentence out, and look at the note tomorrow.",
        "it": "«{words}» suona come un rimprovero. Quello che succede dentro un'azienda di rado riguarda te, e queste "
        "persone potrebbero richiamarti: togli la frase, e rileggi domani.",
    },
    wrong=(
        ("The decision had obviously been made long before, and the whole process was a waste of my time.", ""),
        ("La scelta era già stata fatta, e il colloquio è servito a salvare le apparenze.", ""),
    ),
    right=(
        "Of course I am disappointed, but I left the building glad to have met you both.",
        "Mi dispiace, naturalmente, ma sono contenta di aver visto la vostra serra.",
    ),
)

NO_GOOD_WORD = Rule(
    name="RESENTMENT",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "Formulas apart, there is no good word in this note: no consent, no wish, no door held open. That is how "
        "it will be read, whatever it says. One sentence of that kind, if you can mean it, keeps the bridge.",
        "it": "Formule a parte, in questa lettera non c'è una buona parola: non un «capisco», non un augurio, non una "
        "porta tenuta aperta. Così sarà letta, qualunque cosa dica. Una frase del genere, se la pensi davvero, salva "
        "il ponte.",
    },
    wrong=(
        ("I have your letter. I gather that the post went to a former pupil. It saves on introductions, at least.", ""),
        ("Ho la vostra lettera. Evidentemente il posto è andato a un ex allievo. Almeno niente presentazioni.", ""),
    ),
    right=(
        "I have your letter. I gather that the post went to a former pupil. I wish you both well and hope to return.",
        "Ho la vostra lettera. Il posto è andato a un ex allievo. Auguro a tutti e due buon lavoro.",
    ),
)

WRONG_PERSON_DETAIL = Rule(
    name="WRONG_PERSON_DETAIL",
    look=Look.SUBSTANCE,
    severity=Severity.STOP,
    says={
        "en": "It was {owner} who said: “{told}”. Here it is given to {given_to}, and whoever never said a thing "
        "notices at once. Leave it out, or say whose it is.",
        "it": "È {owner} che ha detto: «{told}». Qui è attribuito a {given_to}, e chi una cosa non l'ha detta se ne "
        "accorge subito. Togli la frase, oppure di' di chi è.",
    },
)

TOO_LONG = Rule(
    name="TOO_LONG",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "{words} words are too many for a card: {limit} is the most that a hand writes gladly, and an eye reads. "
        "Keep what only you could tell this person.",
        "it": "{words} parole sono troppe per un biglietto: {limit} è il massimo che una mano scrive volentieri e un "
        "occhio legge. Tieni quello che solo tu potevi dire a questa persona.",
    },
)

TOO_SHORT = Rule(
    name="TOO_SHORT",
    look=Look.SUBSTANCE,
    severity=Severity.ASK,
    says={
        "en": "{words} words say little: an e-mail needs {limit} at least to hold one thing from the conversation.",
        "it": "{words} parole dicono poco: a un'e-mail ne servono almeno {limit} per contenere una cosa del colloquio.",
    },
)

SUBSTANCE_RULES = (
    STOCK_PHRASE,
    NO_DETAIL,
    SAME_AS_PANEL,
    SELF_PRAISE,
    NO_WHY_HERE,
    RESENTMENT,
    NO_GOOD_WORD,
    WRONG_PERSON_DETAIL,
    TOO_LONG,
    TOO_SHORT,
)
