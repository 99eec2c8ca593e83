import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "script" / "make_paper_css.py"


def test_small_sheet_has_the_rules_of_the_printed_one():
    made = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)

    assert made.stdout == ""
    assert made.returncode == 0
