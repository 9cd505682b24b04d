# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of at most 400 lines, functions of at most 70, lines of at most 100 columns."""
import ast
import re

import blank
from tree import code_files, cpp_files, line_of, script_files

FILE_LINES, FUNCTION_LINES, COLUMNS = 400, 70, 100

_SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
_CONTROL = re.compile(r"^(if|for|while|switch|catch|else|do|try|describe|with)\b")
_JS_FUNCTION = re.compile(r"=>\s*$|\bfunction\b|\)\s*(:[^{};=]+)?$")

# Preprocessor lines, and macros that stand on lines of their own.
_NO_CODE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*"
                      r"|^[ \t]*[A-Z][A-Z0-9_]{3,}\((?:[^()]|\([^()]*\))*\)[ \t]*;?[ \t]*$",
                      re.MULTILINE)


def _blocks(text):
    """(head, start, end, heads of the blocks around) of each braced block; head is the text before
    its opening brace, start the position where that begins."""
    open_blocks, begin, parentheses = [], 0, 0
    for at, sign in enumerate(text):
        if sign == "{":
            open_blocks.append((text[begin:at], begin, parentheses))
            begin, parentheses = at + 1, 0
        elif sign == "}" and open_blocks:
            head, start, parentheses = open_blocks.pop()
            yield head, start, at, [block[0] for block in open_blocks]
            # "m_a{a}, m_b{b} {": the list of a constructor goes on.
            goes_on = re.match(r"\s*[,{]", text[at + 1:at + 200])
            begin = start if goes_on and len(head) < 2000 else at + 1
        elif sign == "(":
            parentheses += 1
        elif sign == ")":
            parentheses -= 1
        elif sign == ";" and parentheses <= 0:
            begin = at + 1


def _is_scope(head):
    plain = re.sub(r"template\s*<[^{]*?>(?!\s*[>,])|\balignas\([^()]*\)", "", head)
    return bool(_SCOPE.search(plain)) and "(" not in plain


def _is_cpp_function(head, outer):
    """A block with a parameter list directly in a namespace, a class or the file."""
    return ("(" in head and not re.search(r"=\s*$", head) and not _is_scope(head)
            and all(_is_scope(above) for above in outer))


def _length(text, head, start, end):
    lead = len(head) - len(head.lstrip())
    return line_of(text, start + lead), text.count("\n", start + lead, end) + 1


def _cpp_functions(text):
    text = _NO_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), blank.cpp(text))
    for head, start, end, outer in _blocks(text):
        if _is_cpp_function(head, outer):
            yield _length(text, head, start, end)


def _script_functions(text):
    text = blank.script(text)
    for head, start, end, _ in _blocks(text):
        plain = head.strip()
        if _JS_FUNCTION.search(plain) and not _CONTROL.match(plain) and "describe(" not in plain:
            yield _length(text, head, start, end)


def _python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def _functions(tree):
    for path, text in cpp_files(tree).items():
        yield from ((path, *one) for one in _cpp_functions(text))
    for path, text in script_files(tree).items():
        yield from ((path, *one) for one in _script_functions(text))
    for path, text in tree.items():
        if path.endswith(".py"):
            yield from ((path, *one) for one in _python_functions(text))


def find(tree):
    findings = []
    for path, text in code_files(tree).items():
        lines = text.split("\n")
        if len(lines) - 1 > FILE_LINES:
            findings.append(f"{path}: {len(lines) - 1} lines; at most {FILE_LINES}")
        findings += [f"{path}:{number}: {len(line)} columns; at most {COLUMNS}"
                     for number, line in enumerate(lines, 1) if len(line) > COLUMNS]
    findings += [f"{path}:{line}: a function of {length} lines; at most {FUNCTION_LINES}"
                 for path, line, length in _functions(tree) if length > FUNCTION_LINES]
    return findings


_BODY = "    work();\n" * 70
_CPP_BODY = f"namespace a {{\nclass B {{\n void f(int x = g(1)) const\n {{\n{_BODY} }}\n}};\n}}\n"
BAD = [
    ({"services/a.cpp": "int a;\n" * 401}, "401 lines"),
    ({"services/a.cpp": "// " + "x" * 99 + "\n"}, "102 columns"),
    ({"services/a.cpp": _CPP_BODY}, "services/a.cpp:3: a function of 73 lines"),
    ({"services/a.cpp": f"template <class T>\nB::B(int x)\n    : m_x(x), m_y(x)\n{{\n{_BODY}}}\n"},
     "a function of 75 lines"),
    ({"services/a.cpp": f"std::vector<int> f()\n{{\n const char *t = \"}}\";\n{_BODY}}}\n"},
     "a function of"),
    ({"services/a.cpp": f"B::B(int x) : m_x{{x}}, m_y{{x}}\n{{\n{_BODY}}}\n"}, "a function of"),
    ({"services/a.cpp": f"struct A f(struct B *b)\n{{\n{_BODY}}}\n"}, "a function of"),
    ({"services/a.h": "BOOST_DESCRIBE_STRUCT(A, (),\n (b))\nstruct B\n"
                      f"{{\n void f()\n {{\n{_BODY} }}\n}};\n"},
     "services/a.h:5: a function of 73 lines"),
    ({"a.mjs": f"export async function f(a) {{\n{_BODY}}}\n"}, "a function of 72 lines"),
    ({"a.ts": f"class A {{\n  run(a: string): Promise<void> {{\n{_BODY}  }}\n}}\n"},
     "a function of"),
    ({"a.mjs": f"const f = (a) => {{\n const t = `x${{`y}}`}}}}`;\n{_BODY}}};\n"}, "a function of"),
    ({"a.py": "def f():\n" + "    pass\n" * 70}, "a function of 71 lines"),
]
GOOD = [
    {"services/a.cpp": "namespace a {\n" + "void f()\n{\n    if (x) {\n    }\n}\n" * 40 + "}\n"},
    {"services/a.h": "class A\n{\n" + "    void f();\n" * 100 + "};\n"},
    {"services/a.cpp": "const Table table = {\n" + "    {1, f(2)},\n" * 100 + "};\n"},
    {"a.mjs": "describe(\"all\", () => {\n"
              + "  test(\"one\", () => {\n    go();\n  });\n" * 30 + "});\n"},
]
