# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: shellclean.py SOURCE_DIR

Every shell script begins strictly and passes shellcheck, which must find fault with a bad sample.
exit codes: 0 clean, 1 not, 77 skipped because there is no shellcheck"""
import shutil
import subprocess
import sys

import tree

STRICT = "set -euo pipefail"


def complaints(text):
    done = subprocess.run(["shellcheck", "--shell=bash", "--format=gcc", "-"], input=text,
                          capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not shutil.which("shellcheck"):
        print("shellcheck is not installed")
        sys.exit(77)
    if not complaints("cd $1\n") or complaints("cd \"$1\" || exit\n"):
        sys.exit("self-test: shellcheck does not tell good from bad")
    scripts = {path: text for path, text in tree.read(sys.argv[1]).items()
               if tree.is_shell(path, text)}
    found = [f"{path}{line[1:]}" for path, text in scripts.items() for line in complaints(text)]
    found += [f"{path}: must say {STRICT}" for path, text in scripts.items() if STRICT not in text]
    for line in found:
        print(line)
    print(f"{len(scripts)} scripts, {len(found)} findings")
    sys.exit(1 if found or not scripts else 0)


main()
