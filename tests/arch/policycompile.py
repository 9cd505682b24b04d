# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: policycompile.py COMPILER INCLUDE_DIRS SOURCE

A request without a policy does not compile, and that for the reason wanted: SOURCE compiles with
-DWITH_POLICY, and without it the compiler says that the constraint Request is not satisfied.
INCLUDE_DIRS are separated by bars. exit codes: 0 so it is, 1 not so"""
import subprocess
import sys


def compiled(compiler, includes, source, *options):
    flags = [f"-I{folder}" for folder in includes.split("|") if folder]
    return subprocess.run([compiler, "-std=c++23", "-fsyntax-only", *flags, *options, source],
                          capture_output=True, text=True, check=False, timeout=300)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    good = compiled(*sys.argv[1:], "-DWITH_POLICY")
    if good.returncode != 0:
        sys.exit(f"With its policy the request must compile:\n{good.stderr}")
    bad = compiled(*sys.argv[1:])
    if bad.returncode == 0:
        sys.exit("A request without a policy compiles.")
    for expected in ("constraint", "Request", "policy"):
        if expected not in bad.stderr:
            sys.exit(f"The compiler does not speak of \"{expected}\":\n{bad.stderr}")
    print("A request without a policy does not compile; with one it does.")


main()
