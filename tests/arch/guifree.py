# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: guifree.py PROGRAM DESKTOP

PROGRAM loads no GUI library, directly or through others. DESKTOP is the control: there they must
be found. exit codes: 0 so it is, 1 not so, 77 skipped because PROGRAM is not built"""
import os
import re
import subprocess
import sys

GUI = re.compile(r"lib(Qt6(?:Gui|Widgets|Svg|OpenGL|Quick|WebEngine)\w*|X11|xcb|GL|EGL|wayland-"
                 r"client)\.so")


def gui_libraries(program):
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    if "libc.so" not in listed:
        sys.exit(f"ldd tells nothing of {program}:\n{listed}")
    if "not found" in listed:
        sys.exit(f"{program} lacks libraries:\n{listed}")
    return sorted(set(GUI.findall(listed)))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, desktop = sys.argv[1:]
    if not os.path.exists(program):
        print(f"{program} is not built")
        sys.exit(77)
    found = gui_libraries(program)
    if found:
        sys.exit(f"{program} loads {', '.join(found)}")
    if not gui_libraries(desktop):
        sys.exit(f"the control failed: no GUI library seen in {desktop}")
    print(f"{program} loads no GUI library")


main()
