"""Makes the files of the matrix anew, as `files.toml` says: `python -m tests.producers.make FOLDER [NAME…]`.

Each entry's `made` is run by a shell in a folder that holds the record in all forms that producers take; "$OUT" is the
file. Programs of the system are searched for; packages of registries are installed into that folder, for this run.
What cannot be made here is told and leaves its old file. The versions that wrote the files are printed at the end.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from tests.producers.make.lines import lines_of
from tests.producers.make.markdown import markdown_of
from tests.producers.make.page import page_of
from tests.producers.make.record import the_record
from tests.producers.make.tex import tex_of
from tests.producers.make.writer import writer_text_of

HERE = Path(__file__).parent
TABLE = HERE.parent / "files.toml"
DAY = "2524608000"
"""The seconds of the day, 1 January 2050, that files say they were made on, for programs that ask it."""


def workshop(folder: Path, packages: dict[str, list[str]]) -> dict[str, str]:
    """Fill a folder with the forms of the record and with packages; the environment to run commands in."""
    record = the_record()
    forms = {
        "record.html": page_of(record),
        "record.md": markdown_of(record),
        "record.fodt": writer_text_of(record),
        "record.tex": tex_of(record),
        "record.json": json.dumps(lines_of(record)),
    }
    for name, text in forms.items():
        (folder / name).write_text(text, encoding="utf-8")
    for script in HERE.glob("*.mjs"):
        shutil.copy(script, folder)
    subprocess.run((sys.executable, "-m", "venv", "env"), cwd=folder, check=True)
    subprocess.run(("env/bin/pip", "install", "--quiet", "--quiet", *packages["python"]), cwd=folder, check=True)
    subprocess.run(("npm", "install", "--silent", "--no-save", *packages["node"]), cwd=folder, check=True)
    for pandoc in folder.glob("env/lib/*/site-packages/pypandoc/files/pandoc"):
        (folder / "env" / "bin" / "pandoc").symlink_to(pandoc)
    path = f"{folder / 'env' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {
        **os.environ,
        "PATH": path,
        "SOURCE_DATE_EPOCH": DAY,
        "PRECIS": sys.executable,
        "ROOT": str(HERE.parents[2]),
    }


def main() -> None:
    """Make all files of the table, or those that are named."""
    target = Path(sys.argv[1]).resolve()
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    names = sys.argv[2:] or list(table["files"])
    with tempfile.TemporaryDirectory(prefix="producers-") as name:
        folder = Path(name)
        environment = workshop(folder, table["packages"])
        made = set()
        for name in names:
            entry = table["files"][name]
            fresh = folder / f"made-{name}"
            words = ("sh", "-euc", entry["made"])
            done = subprocess.run(
                words, cwd=folder, env={**environment, "OUT": str(fresh)}, capture_output=True, text=True
            )
            if done.returncode or not fresh.is_file():
                print(f"{name}: not made: {(done.stderr or done.stdout).strip()[-300:]}", file=sys.stderr)
                continue
            shutil.copy(fresh, target / name)
            made.add(entry["producer"])
        for producer in sorted(made):
            done = subprocess.run(
                ("sh", "-c", table["versions"][producer]), cwd=folder, env=environment, capture_output=True, text=True
            )
            print(f"{producer}: {done.stdout.strip()}")


if __name__ == "__main__":
    main()
