# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: run.py CHECK SOURCE_DIR

Runs one check over the sources. First the check must find what is wrong with its own bad samples
and nothing wrong with its good ones, so that it cannot pass without looking.
exit codes: 0 nothing found, 1 findings, 3 the check itself does not work"""
import importlib
import inspect
import sys

import tree


def self_test(check):
    wrong = []
    for sample, expected in check.BAD:
        found = check.find(sample)
        if not any(expected in finding for finding in found):
            wrong.append(f"did not find \"{expected}\" in {list(sample)}: {found}")
    for sample in check.GOOD:
        wrong += [f"false alarm: {finding}" for finding in check.find(sample)
                  if "first line" not in finding]
    return wrong


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    check = importlib.import_module(sys.argv[1])
    broken = self_test(check)
    if broken:
        print("\n".join(f"self-test: {line}" for line in broken))
        sys.exit(3)
    sources = tree.read(sys.argv[2])
    if len(sources) < 20:
        sys.exit(f"only {len(sources)} sources found under {sys.argv[2]}")
    with_root = "root" in inspect.signature(check.find).parameters
    findings = check.find(sources, root=sys.argv[2]) if with_root else check.find(sources)
    for finding in findings:
        print(finding)
    print(f"{sys.argv[1]}: {len(sources)} files, {len(check.BAD)} bad samples found, "
          f"{len(findings)} findings")
    sys.exit(1 if findings else 0)


main()
