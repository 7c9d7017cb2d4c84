"""LibreOffice reads a document: run by a Python that has LibreOffice's `uno`, with no module of this project.

    python3 reads_in_writer.py PROFILE_FOLDER < paragraphs.json

Takes `[{"language", "country", "text"}]`, makes a Writer document of it, has the grammar checker that LibreOffice chose
for each paragraph read it, and prints `[{"checker", "findings": [{"start", "length", "suggestions", "comment"}]}]`.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

PROOFREADING = uno.getConstantByName("com.sun.star.text.TextMarkupType.PROOFREADING")
END = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")


def main():
    profile = Path(sys.argv[1])
    pipe = f"pipe,name={profile.name}-{time.time_ns()};urp;"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={profile.as_uri()}",
            "--accept=" + pipe,
        ]
    )
    try:
        make = connected(pipe)
        desktop = make("com.sun.star.frame.Desktop")
        print(json.dumps(list(readings(make, desktop, json.load(sys.stdin)))))
        desktop.terminate()
        office.wait(20)
    finally:
        office.kill()


class Maker:
    """Makes LibreOffice's services by name."""

    def __init__(self, context):
        self.context = context

    def __call__(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)


def connected(pipe):
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(200):
        try:
            return Maker(resolver.resolve(f"uno:{pipe}StarOffice.ComponentContext"))
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def readings(make, desktop, paragraphs):
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    cursor = document.Text.createTextCursor()
    for number, paragraph in enumerate(paragraphs):
        if number:
            document.Text.insertControlCharacter(cursor, END, False)
        cursor.CharLocale = Locale(paragraph["language"], paragraph["country"], "")
        document.Text.insertString(cursor, paragraph["text"], False)
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator")
    flat = document.getFlatParagraphIterator(PROOFREADING, False)
    standing = flat.getFirstPara()
    while standing:
        text = standing.getText()
        spoken = standing.getLanguageOfText(0, len(text))
        read = iterator.checkSentenceAtPosition(document, standing, text, spoken, 0, -1, -1)
        checker = read.xProofreader.ImplementationName if read.xProofreader else None
        yield {"checker": checker, "findings": [finding(error) for error in read.aErrors]}
        standing = flat.getNextPara()
    document.close(True)


def finding(error):
    return {
        "start": error.nErrorStart,
        "length": error.nErrorLength,
        "suggestions": list(error.aSuggestions),
        "comment": error.aShortComment or error.aFullComment,
    }


main()
