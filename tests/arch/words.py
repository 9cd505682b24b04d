# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence line, banned names and notes, and logging by category only."""
import posixpath
import re

import blank
from tree import code_files, cpp_files, is_shell, line_of, script_files

_SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
_NAME = r"\w*(?:Manager|Helper|Util|Impl)(?![a-z])\w*|\w*Utils\w*"
_DECLARED = re.compile(rf"\b(?:class|struct|union|enum class|enum|interface|concept)\s+"
                       rf"(?:\w+_EXPORT\s+)?({_NAME})\b(?!\s*;)")
_NAMESPACE = re.compile(r"\bnamespace\s+([\w:]*\b(?:common|utils?|helpers?|impl|manager|misc)\b)")
_PATH = re.compile(r"^(?:common|misc|impl)$|manager|helper|util(?:s|ities)?$|impl$", re.IGNORECASE)
_NOTE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
_ACCESSOR = re.compile(r"^[ \t]*(?!return\b|throw\b|co_return\b)[\w:<>,&*\[\] \t]*[ \t&*>]"
                       r"(get[A-Z]\w*)\s*\(", re.MULTILINE)
_SCRIPT_ACCESSOR = re.compile(
    r"^[ \t]*(?:export |async |static |private |public |readonly |function )*"
    r"(get[A-Z]\w*)\s*\([^)\n]*\)\s*(?::[^{\n]*)?\{", re.MULTILINE)
_LOGGING = re.compile(r"\b(qWarning|qDebug|qInfo|qCritical|std::cout|std::cerr|std::clog|printf"
                      r"|fprintf|puts)\b\s*(?=[(<]|;)")
_MAY_PRINT = ("app/ctl/", "app/server/", "app/desktop/main.cpp", "tests/", "services/base/log.cpp",
              "services/base/platform/")


def _spdx(tree):
    needed = dict(code_files(tree))
    needed.update({path: text for path, text in tree.items() if path.endswith(".html")})
    for path, text in needed.items():
        lines = text.split("\n", 2)
        first = lines[1:2] if text.startswith(("#!", "<!")) and _SPDX not in lines[0] else lines[:1]
        if not any(_SPDX in line for line in first):
            yield f"{path}:1: the first line must hold {_SPDX}"


def _names(tree):
    for path in tree:
        for part in posixpath.splitext(path)[0].split("/"):
            if _PATH.search(part):
                yield f"{path}: say what it does instead of \"{part}\""
    for path, text in {**cpp_files(tree), **script_files(tree)}.items():
        plain = blank.cpp(text) if path.endswith((".cpp", ".h")) else blank.script(text)
        for kind in (_DECLARED, _NAMESPACE):
            for found in kind.finditer(plain):
                yield f"{path}:{line_of(text, found.start())}: banned name {found[1]}"
        accessor = _ACCESSOR if path.endswith((".cpp", ".h")) else _SCRIPT_ACCESSOR
        for found in accessor.finditer(plain):
            yield f"{path}:{line_of(text, found.start(1))}: no \"get\": {found[1]}"


def _notes(tree):
    for path, text in tree.items():
        for found in _NOTE.finditer(text):
            yield f"{path}:{line_of(text, found.start())}: finish it or drop it: {found[0]}"


def _logging(tree):
    for path, text in cpp_files(tree).items():
        if path.startswith(_MAY_PRINT):
            continue
        for found in _LOGGING.finditer(blank.cpp(text)):
            yield (f"{path}:{line_of(text, found.start())}: {found[1]}; "
                   "use logger(\"<folder>\") of base/log.h")


def find(tree):
    return [*_spdx(tree), *_names(tree), *_notes(tree), *_logging(tree)]


_HEAD = f"// {_SPDX}\n"
BAD = [
    ({"a.cpp": "int a;\n"}, "first line"),
    ({"run.sh": "#!/usr/bin/env bash\nset -e\n"}, "first line"),
    ({"services/a.h": _HEAD + "class TANDEM_BASE_EXPORT ChatManager\n{\n};\n"}, "ChatManager"),
    ({"services/a.h": _HEAD + "struct StoreImpl final : Store {};\n"}, "StoreImpl"),
    ({"services/a.h": _HEAD + "namespace tandem::utils {\n}\n"}, "tandem::utils"),
    ({"services/common/a.h": _HEAD}, "\"common\""),
    ({"services/chathelper.h": _HEAD}, "\"chathelper\""),
    ({"a.ts": _HEAD + "export class ChatHelper {}\n"}, "ChatHelper"),
    ({"services/a.h": _HEAD + "    const std::string &getName() const;\n"}, "getName"),
    ({"a.ts": _HEAD + "  private getName(): string {\n  }\n"}, "getName"),
    ({"a.md": "later: TO" "DO\n"}, "finish it"),
    ({"services/a.cpp": _HEAD + "void f() { qWarning(\"x\"); }\n"}, "qWarning"),
    ({"services/a.cpp": _HEAD + "void f() { std::cout << 1; }\n"}, "std::cout"),
]
GOOD = [
    {"run": "#!/usr/bin/env bash\n# " + _SPDX + "\n", "a.json": "{}"},
    {"app/ctl/main.cpp": _HEAD + "void f() { std::cout << 1; }\n"},
    {"services/a.cpp": _HEAD + "class QNetworkAccessManager;\n"
                       "auto x = QFileDialog::getOpenFileName();\n"
                       "    return value.getInt();\n// qWarning() is not for us\n"},
    {"app/widgets/implicit.h": _HEAD + "class Implicit\n{\n};\n"},
]
