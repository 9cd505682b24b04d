# SPDX-License-Identifier: GPL-3.0-or-later
"""What the unnamed namespaces of one folder declare has different names in each file: sources of a
target are compiled together, and which of them together depends on their number."""
import collections
import os
import re

import blank
from tree import cpp_files, line_of

_UNNAMED = re.compile(r"^namespace \{\n(.*?)^\} // namespace$", re.DOTALL | re.MULTILINE)
_TYPE = re.compile(r"^(?:struct|class|enum class|enum)\s+(\w+)(?!\w*;)", re.MULTILINE)
_CONSTANT = re.compile(r"^(?:constexpr|const|inline|static)\b[^\n();=]*?\b(\w+)(?:\[[^\]\n]*\])?"
                       r"\s*(?:=|\{)", re.MULTILINE)
_FUNCTION = re.compile(r"^[A-Za-z][\w:<>,&*\s]*?\b(?<!:)(\w+)(\([^;{}]*?\))"
                       r"(?:\s*(?:const|noexcept))?\s*\{", re.MULTILINE)


def _declared(body):
    """(name, position) of each thing; functions that differ in their parameters may coexist."""
    for found in [*_TYPE.finditer(body), *_CONSTANT.finditer(body)]:
        yield found[1], found.start()
    for found in _FUNCTION.finditer(body):
        if found[1] not in ("if", "for", "while", "switch"):
            types = re.sub(r"(?<=[\s&*>])\w+(?=\s*[,)])", "", found[2])
            yield found[1] + re.sub(r"\s", "", types), found.start()


def find(tree):
    folders = collections.defaultdict(dict)
    findings = []
    for path, text in cpp_files(tree).items():
        if not path.startswith(("services/", "app/", "plugins/")) or not path.endswith(".cpp"):
            continue
        for space in _UNNAMED.finditer(text):
            for name, position in _declared(blank.cpp_comments_only(space[1])):
                first = folders[os.path.dirname(path)].setdefault(name, path)
                if first != path:
                    line = line_of(text, space.start(1) + position)
                    findings.append(f"{path}:{line}: {name.split('(')[0]} is also in {first}")
    return findings


def _source(body):
    return "namespace tandem {\n\nnamespace {\n\n" + body + "\n} // namespace\n\n}\n"


def _two(one, other):
    return {"services/x/a.cpp": _source(one), "services/x/b.cpp": _source(other)}


BAD = [
    (_two("constexpr int most = 3;\n", "constexpr Ms most{4};\n"), "most is also in"),
    (_two("struct Row\n{\n};\n", "struct Row\n{\n    int a;\n};\n"), "Row is also in"),
    (_two("bool isIt(int a)\n{\n    return a;\n}\n", "int isIt(int b)\n{\n    return b;\n}\n"),
     "isIt is also in"),
]
GOOD = [
    _two("bool isIt(int a)\n{\n    return a;\n}\n", "bool isIt(Id a)\n{\n    return a;\n}\n"),
    _two("using S = int;\n", "using S = int;\n"),
    {**_two("constexpr int most = 3;\n", ""),
     "services/y/a.cpp": _source("constexpr int most = 3;\n")},
]
