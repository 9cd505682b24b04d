# SPDX-License-Identifier: GPL-3.0-or-later
"""Each request of the protocol names its policy and its limits of reach; that a request without a
policy does not compile is shown by policycompile.py."""
import re

import blank
from tree import cpp_files, line_of

_STRUCT = re.compile(r"\bstruct\s+(\w+)\s*\{(.*?)\n\};", re.DOTALL)
_WIRE_NAME = re.compile(r'name\s*=\s*"([^"]*)"')


def find(tree):
    findings, seen = [], {}
    for path, text in cpp_files(tree).items():
        if not path.startswith("services/"):
            continue
        plain = blank.cpp_comments_only(text)
        for struct in _STRUCT.finditer(plain):
            body, where = struct[2], f"{path}:{line_of(plain, struct.start())}: {struct[1]}"
            wire = _WIRE_NAME.search(body)
            if not re.search(r"\busing Reply\b", body) or not wire:
                continue
            if not re.search(r"\bstatic constexpr Policy policy\s*=", body):
                findings.append(f"{where} has no policy")
            if not re.fullmatch(r"[a-z][A-Za-z]*\.[a-z][A-Za-z]*", wire[1]):
                findings.append(f"{where}: \"{wire[1]}\" is not of the form noun.verb")
            if wire[1] in seen:
                findings.append(f"{where}: \"{wire[1]}\" is also the name of {seen[wire[1]]}")
            seen[wire[1]] = struct[1]
    return findings


_GOOD = """struct A
{
    static constexpr std::string_view name = "chat.send";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = Done;
};
"""
BAD = [
    ({"services/protocol/a.h": re.sub(r".*Policy policy.*\n", "", _GOOD)}, "has no policy"),
    ({"services/protocol/a.h": _GOOD.replace("chat.send", "ChatSend")}, "noun.verb"),
    ({"services/protocol/a.h": _GOOD + _GOOD.replace("struct A", "struct B")}, "also the name"),
]
GOOD = [{"services/protocol/a.h": _GOOD}]
