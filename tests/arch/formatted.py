# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: formatted.py SOURCE_DIR

clang-format 19 changes nothing in any C++ source; it must change a badly formed sample.
exit codes: 0 all formed, 1 not, 77 skipped because there is no clang-format-19"""
import os
import re
import shutil
import subprocess
import sys

import tree

TOOL = "clang-format-19"


def complaints(root, paths, text=None):
    given = [f"--assume-filename={os.path.join(root, 'sample.cpp')}"] if text else paths
    done = subprocess.run([TOOL, "--dry-run", "--style=file", *given], cwd=root, input=text,
                          capture_output=True, text=True, check=False)
    return re.findall(r"^(.+?:\d+):\d+: (?:warning|error)", done.stderr, re.MULTILINE)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not shutil.which(TOOL):
        print(f"{TOOL} is not installed")
        sys.exit(77)
    root = sys.argv[1]
    if not complaints(root, [], "int  a ;\n") or complaints(root, [], "int a;\n"):
        sys.exit(f"self-test: {TOOL} does not tell good from bad form")
    paths = list(tree.cpp_files(tree.read(root)))
    found = sorted(set(complaints(root, paths)))
    for place in found:
        print(f"{place}: not formed as .clang-format says")
    print(f"{len(paths)} files, {len(found)} places; {TOOL} -i FILE puts them right")
    sys.exit(1 if found else 0)


main()
