# SPDX-License-Identifier: GPL-3.0-or-later
"""Links of the documents to files of the tree lead somewhere."""
import os
import posixpath
import re

from tree import line_of

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def find(tree, root=None):
    findings = []
    for path, text in tree.items():
        if not path.endswith(".md"):
            continue
        for link in _LINK.finditer(text):
            if "://" in link[1] or link[1].startswith("mailto:"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[1]))
            there = target in tree or any(name.startswith(f"{target}/") for name in tree)
            if not there and not (root and os.path.exists(os.path.join(root, target))):
                findings.append(f"{path}:{line_of(text, link.start())}: {link[1]} is not there")
    return findings


BAD = [
    ({"README.md": "see [x](docs/none.md)\n"}, "docs/none.md is not there"),
    ({"docs/a.md": "![x](b.png)\n", "b.png": ""}, "b.png is not there"),
]
GOOD = [{"README.md": "[x](docs/a.md#part) [y](https://host/x) [z](docs)\n", "docs/a.md": "\n"}]
