# SPDX-License-Identifier: GPL-3.0-or-later
"""Source text with comments and the inside of literals replaced by blanks, line for line, so that
braces and words can be counted."""
import re

_CPP = re.compile(
    r'R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)"'
    r"|//[^\n]*|/\*.*?\*/"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.DOTALL)

_SCRIPT = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r"|(?<=[(,=:\[!&|?{};\n])[ \t]*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*",
    re.DOTALL)


def _hide(found):
    return re.sub(r"[^\n]", " ", found.group())


def cpp(text):
    return _CPP.sub(_hide, text)


def cpp_comments_only(text):
    """Comments hidden, literals kept: for includes."""
    def hide(found):
        return _hide(found) if found.group().startswith(("//", "/*")) else found.group()
    return _CPP.sub(hide, text)


def _template_end(text, start):
    """The position behind the template literal that begins at start."""
    at = start + 1
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text[at] == "`":
            return at + 1
        elif text.startswith("${", at):
            at = _hole_end(text, at + 2)
        else:
            at += 1
    return at


def _hole_end(text, at):
    depth = 1
    while at < len(text) and depth:
        if text[at] == "`":
            at = _template_end(text, at)
            continue
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at


def _without_templates(text):
    parts, done, at = [], 0, 0
    token = re.compile(_SCRIPT.pattern + r"|`", re.DOTALL)
    while found := token.search(text, at):
        at = found.end()
        if found.group() == "`":
            at = _template_end(text, found.start())
            parts += [text[done:found.start()],
                      re.sub(r"[^\n]", " ", text[found.start():at])]
            done = at
    return "".join(parts) + text[done:]


def script(text):
    return _SCRIPT.sub(_hide, _without_templates(text))
