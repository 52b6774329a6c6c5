from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def test_damaged_files_give_documents_or_errors_of_ours() -> None:
    command = [sys.executable, "-m", "tests.readers.pdf_mutations", "2000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
