# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not be in the tree: platform headers outside their place, registries' host names,
paths of one machine, addresses in lock files."""
import posixpath
import re

import blank
from tree import cpp_files, line_of

_PLATFORM = re.compile(
    r"^[ \t]*#[ \t]*include[ \t]*<((?:sys|linux|netinet|arpa|net|mach|asm)/[\w./]+"
    r"|(?:unistd|fcntl|signal|pthread|termios|dirent|dlfcn|poll|sched|syslog|pwd|grp|semaphore"
    r"|windows|winsock2|winbase|ws2tcpip|conio|io|direct|process)\.h|csignal)>",
    re.MULTILINE | re.IGNORECASE)
_PLATFORM_MACRO = re.compile(r"\b(_WIN32|__linux__|__unix__|__APPLE__|Q_OS_\w+)\b")
_PLACE = "services/base/platform/"
# Stands between a server and its system, for the tests.
_SHIM = "tests/reliability/clockjump/"
# Written so that this file does not find itself.
_REGISTRY = re.compile(
    r"\b(?:registry[.]npmjs[.]org|(?:www[.])?npmjs[.]com|registry[.]yarnpkg[.]com"
    r"|(?:deb|security|ftp)[.]debian[.]org|archive[.]ubuntu[.]com|pypi[.]org"
    r"|files[.]pythonhosted[.]org|crates[.]io|proxy[.]golang[.]org|conan[.]io|vcpkg[.]io"
    r"|(?:cdn[.])?jsdelivr[.]net|unpkg[.]com|cdnjs[.]cloudflare[.]com)\b")
_MACHINE = re.compile(r"(?<![\w.$}*-])/(?:ro[o]t|wor[k]|hom[e]/\w+|User[s]/\w+|mn[t])(?=/|\b)/"
                      r"|\b[A-Z]:\\\\?User[s]")
_ADDRESS = re.compile(r'"resolved"\s*:\s*"(?:https?|git)[^"]*"')


def _platform(tree):
    for path, text in cpp_files(tree).items():
        if path.startswith((_PLACE, _SHIM)):
            continue
        for found in _PLATFORM.finditer(blank.cpp_comments_only(text)):
            yield f"{path}:{line_of(text, found.start(1))}: <{found[1]}> belongs in {_PLACE}"
        if path.startswith("tests/"):
            continue
        for found in _PLATFORM_MACRO.finditer(blank.cpp(text)):
            yield f"{path}:{line_of(text, found.start())}: {found[1]} belongs in {_PLACE}"


def _hosts(tree):
    for path, text in tree.items():
        for found in _REGISTRY.finditer(text):
            yield f"{path}:{line_of(text, found.start())}: names a registry: {found[0]}"
        for found in _MACHINE.finditer(text):
            yield f"{path}:{line_of(text, found.start())}: a path of one machine: {found[0]}"


def _locks(tree):
    for path, text in tree.items():
        if posixpath.basename(path) == "package-lock.json":
            for found in _ADDRESS.finditer(text):
                yield f"{path}:{line_of(text, found.start())}: a lock file without addresses"
            npmrc = posixpath.join(posixpath.dirname(path), ".npmrc")
            if "omit-lockfile-registry-resolved=true" not in tree.get(npmrc, ""):
                yield f"{npmrc}: must say omit-lockfile-registry-resolved=true"


def find(tree):
    return [*_platform(tree), *_hosts(tree), *_locks(tree)]


_NPMRC = "omit-lockfile-registry-resolved=true\n"
BAD = [
    ({"services/chat/a.cpp": "#include <unistd.h>\n"}, "unistd.h"),
    ({"app/shell/a.cpp": "#  include <sys/socket.h>\n"}, "sys/socket.h"),
    ({"services/chat/a.cpp": "#include <Windows.h>\n"}, "Windows.h"),
    ({"services/chat/a.cpp": "#ifdef Q_OS_WIN\n#endif\n"}, "Q_OS_WIN"),
    ({"a.md": "from https://registry." "npmjs.org/x\n"}, "registry"),
    ({"a.sh": "curl http://deb." "debian.org\n"}, "registry"),
    ({"a.py": "open('/ho" "me/someone/x')\n"}, "one machine"),
    ({"a.cmake": "set(X /ro" "ot/x)\n"}, "one machine"),
    ({"a/package-lock.json": '{"resolved": "https://host/x.tgz"}', "a/.npmrc": _NPMRC},
     "without addresses"),
    ({"a/package-lock.json": "{}"}, "must say"),
]
GOOD = [
    {"services/base/platform/process.cpp": "#include <unistd.h>\n#ifdef _WIN32\n#endif\n"},
    {"services/chat/a.cpp": "// #include <unistd.h>\n#include <cstdio>\n"},
    {"a.sh": "x=$root/bin/\ny=\"${root}/wor" "k/x\"\n", "b.md": "see https://host/hom" "e/x/\n"},
    {"a/package-lock.json": '{"resolved": "file:x"}', "a/.npmrc": _NPMRC},
]
