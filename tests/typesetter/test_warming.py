"""What stands ready before the first document, tried in a process that sets them."""

import json
import os
import subprocess
import sys

from events.exports.pdf.render import TYPESETTER
from typesetter.client import ROOT

TRIES = """
import base64, json, sys, zlib
from itertools import count
from pathlib import Path
import cffi.cparser
from pydyf import Stream
from typesetter.complaints import Complaints
from typesetter.press import Job, Press, _compress

def name_that_is_read(parser, name):
    read.append(name)
    return reads(parser, name)

def ending_in_a_line_end():
    for number in count():
        stream = Stream([str(number)], compress=True)
        if stream.data.removesuffix(b"\\nendstream")[-1:] in (b"\\r", b"\\n"):
            return str(number).encode(), stream

read, reads = [], cffi.cparser.Parser.parse_type_and_quals
complaints = Complaints()
complaints.listen()
press = Press(Path(sys.argv[1]))
sheets = sum(1 for _ in press.warm())
loaded = set(sys.modules)
cffi.cparser.Parser.parse_type_and_quals = name_that_is_read
job = Job(press, ["base.css", "a4.css", "solemn.css"], "test", {})
job.lay_out('<html lang="en"><title>Another</title><body class="close"><h1>Another</h1><p>Letters <b>in bold</b></p>')
job.write([0], [])
text, stream = ending_in_a_line_end()
_compress(stream)
data = stream.data.partition(b"stream\\n")[2].removesuffix(b"\\nendstream")
print(json.dumps({
    "sheets": sheets,
    "missing": sorted(complaints.missing),
    "others": complaints.others,
    "loaded": sorted(set(sys.modules) - loaded),
    "read": read,
    "same text": zlib.decompress(base64.a85decode(data.removesuffix(b"~>"))) == text,
}))
"""


def test_sheets_of_no_event_leave_nothing_to_load_or_to_work_out_for_the_first_document(tmp_path):
    environment = {
        **os.environ,
        "FONTCONFIG_FILE": str(TYPESETTER.folder / "fonts" / "fonts.conf"),
        "XDG_CACHE_HOME": str(tmp_path),
    }
    told = subprocess.run(
        [sys.executable, "-c", TRIES, str(TYPESETTER.folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert json.loads(told) == {
        "sheets": 5,
        "missing": [],
        "others": [],
        "loaded": [],
        "read": [],
        "same text": True,
    }
