"""Transcripts as programs save them: the same short talk."""

TEAMS = """WEBVTT

NOTE duration:"00:31:20.0000000"

4ed9/12-0
00:00:01.000 --> 00:00:04.000
<v Giulia Bianchi>So, um, last spring we rewrote the brief</v>

4ed9/13-0
00:00:04.000 --> 00:00:06.500
<v Giulia Bianchi>the night before the launch &amp; printed it on newsprint.</v>
<v Ada Conti>I&#39;ll send you the audit by Thursday.</v>
"""

ZOOM_VTT = """\ufeffWEBVTT\r
\r
1\r
00:00:01.000 --> 00:00:04.000\r
Giulia Bianchi: So, um, last spring we rewrote the brief\r
\r
2\r
00:00:04.000 --> 00:00:06.500\r
the night before the launch & printed it on newsprint.\r
\r
3\r
00:00:07.000 --> 00:00:08.000\r
Ada Conti: I'll send you the audit by Thursday.\r
"""

SUBRIP = """1
00:00:01,000 --> 00:00:04,000
Giulia Bianchi: <i>So, um, last spring we rewrote the brief</i>

2
00:00:04,000 --> 00:00:06,500
the night before the launch & printed it on newsprint.

3
00:00:07,000 --> 00:00:08,000
Ada Conti: I'll send you the audit by Thursday.
"""

MEET = """Interview: Press Officer (2026-12-02 15:00 GMT+1) - Transcript
Attendees
Ada Conti, Giulia Bianchi
Transcript

00:00:01

Giulia Bianchi: So, um, last spring we rewrote the brief the night before the launch & printed it on newsprint.
Ada Conti: I'll send you the audit by Thursday.
Transcription ended after 00:31:20
"""

TEAMS_TEXT = """Interview-20261202_150000-Meeting Recording

Giulia Bianchi   0:01
So, um, last spring we rewrote the brief
the night before the launch & printed it on newsprint.

Ada Conti   0:07
I'll send you the audit by Thursday.
"""

ZOOM_TEXT = """[Giulia Bianchi] 15:00:01
So, um, last spring we rewrote the brief the night before the launch & printed it on newsprint.

[Ada Conti] 15:00:07
I'll send you the audit by Thursday.
"""

CHAT = """15:00:01 Giulia Bianchi: So, um, last spring we rewrote the brief the night before the launch & printed it on newsprint.
15:00:07 Ada Conti: I'll send you the audit by Thursday.
"""

ALL = {
    "Teams .vtt": TEAMS, "Zoom .vtt": ZOOM_VTT, ".srt": SUBRIP, "Meet .txt": MEET, "Teams .txt": TEAMS_TEXT,
    "Zoom .txt": ZOOM_TEXT, "lines with a time": CHAT,
}  # fmt: skip
