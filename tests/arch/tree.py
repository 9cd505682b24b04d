# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources of the project as a mapping from path to text, so that a check reads either the
real tree or a sample in memory."""
import os
import subprocess

TEXT = {".cpp", ".h", ".cmake", ".py", ".mjs", ".js", ".ts", ".sql", ".css", ".html", ".sh", ".txt",
        ".md", ".json", ".qrc", ".ui", ".xml", ".yml", ".yaml", ".svg", ".in", ".npmrc", ""}
SKIPPED = {".git", "build", "node_modules", "__pycache__", ".cache", "dist"}
CPP = (".cpp", ".h")
SCRIPT = (".mjs", ".js", ".ts")


def _listed_by_git(root):
    if not os.path.exists(os.path.join(root, ".git")):
        return None
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others",
         "--exclude-standard"], cwd=root, capture_output=True, check=False)
    if done.returncode != 0:
        return None
    return [name for name in done.stdout.decode().split("\0") if name]


def _walked(root):
    names = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in SKIPPED]
        names += [os.path.relpath(os.path.join(folder, name), root) for name in files]
    return names


def read(root):
    """All text files of the tree, without what is built, downloaded or ignored."""
    texts = {}
    for name in sorted(_listed_by_git(root) or _walked(root)):
        path = os.path.join(root, name)
        if os.path.splitext(name)[1] not in TEXT or not os.path.isfile(path):
            continue
        try:
            with open(path, encoding="utf-8") as file:
                texts[name] = file.read()
        except UnicodeDecodeError:
            continue
    return texts


def is_translation(path):
    """Linguist's files share their ending with TypeScript."""
    return path.startswith("translations/")


def cpp_files(tree):
    return {path: text for path, text in tree.items() if path.endswith(CPP)}


def script_files(tree):
    return {path: text for path, text in tree.items()
            if path.endswith(SCRIPT) and not is_translation(path)}


def is_shell(path, text):
    return path.endswith(".sh") or (text.startswith("#!") and "bash" in text.split("\n", 1)[0])


def code_files(tree):
    """What people write as code, in any language of the tree."""
    return {path: text for path, text in tree.items()
            if path.endswith(CPP + SCRIPT + (".py", ".cmake", ".sql", ".css", "CMakeLists.txt"))
            and not is_translation(path) or is_shell(path, text)}


def line_of(text, position):
    return text.count("\n", 0, position) + 1
