# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder includes only itself and lower layers; the layers are read from the CMakeLists."""
import posixpath
import re

import blank
from tree import cpp_files, line_of

_LIBRARY = re.compile(r"tandem_add_library\(\s*(\w+)\s+LAYER\s+(\d+)(.*?)\)", re.DOTALL)
_OTHER = re.compile(r"tandem_add_(program|plugin|test)\(")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
_TOP = {"program": 200, "plugin": 150, "test": 300}
_GUI = re.compile(r"Qt6::(Gui|Widgets|Svg|SvgWidgets|Quick|WebEngine\w*|Charts)\b")


def _lists(tree):
    return {posixpath.dirname(path): text for path, text in tree.items()
            if posixpath.basename(path) == "CMakeLists.txt"}


def _libraries(lists):
    return {name: int(layer) for text in lists.values()
            for name, layer, _ in _LIBRARY.findall(text)}


def _own(path, lists):
    """(layer, library) of the nearest folder above path that makes a target."""
    folder = posixpath.dirname(path)
    while True:
        text = lists.get(folder, "")
        if library := _LIBRARY.search(text):
            return int(library[2]), library[1]
        if other := _OTHER.search(text):
            return _TOP[other[1]], posixpath.basename(folder)
        if not folder:
            return None
        folder = posixpath.dirname(folder)


def _gui_in_services(lists):
    return [f"{folder}/CMakeLists.txt: services use no {gui[0]}" for folder, text in lists.items()
            if folder.startswith("services/") for gui in _GUI.finditer(text)]


def find(tree):
    lists = _lists(tree)
    libraries = _libraries(lists)
    findings = _gui_in_services(lists)
    for path, text in cpp_files(tree).items():
        own = _own(path, lists)
        if own is None:
            if path.startswith(("services/", "app/", "plugins/")):
                findings.append(f"{path}: belongs to no target with a layer")
            continue
        layer, library = own
        for include in _INCLUDE.finditer(blank.cpp_comments_only(text)):
            folder = include[1].split("/")[0]
            if folder == library or "/" not in include[1] or folder not in libraries:
                continue
            if libraries[folder] >= layer:
                findings.append(
                    f"{path}:{line_of(text, include.start(1))}: {library} ({layer}) includes "
                    f"{include[1]} of layer {libraries[folder]}; only lower layers may be used")
    return findings


_LISTS = {
    "services/base/CMakeLists.txt": "tandem_add_library(base LAYER 10 SHARED SOURCES a.h)",
    "services/chat/CMakeLists.txt": "tandem_add_library(chat LAYER 65 SOURCES b.h)",
}
BAD = [
    ({**_LISTS, "services/base/a.h": '#include "chat/b.h"\n'}, "includes chat/b.h"),
    ({**_LISTS, "services/lone/a.h": "\n"}, "belongs to no target"),
    ({"services/chat/CMakeLists.txt":
      "tandem_add_library(chat LAYER 65 SOURCES b.h DEPENDS Qt6::Widgets)"}, "Qt6::Widgets"),
]
GOOD = [
    {**_LISTS, "services/chat/b.cpp": '#include "base/a.h"\n#include "chat/b.h"\n'},
    {**_LISTS, "services/base/a.h": '// #include "chat/b.h"\n#include "b.h"\n'},
]
