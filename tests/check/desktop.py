# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: desktop.py PROGRAM [ARGUMENT...]

Runs a desktop program and drives it as assistive technology does, over the accessibility bus, with
keys typed by the X server's test extension. Expects DISPLAY and a D-Bus session of its own.
Reads one command a line from standard input, {"do": "press", "name": "Accept", ...}, and answers
each with one line, {"value": ...} or {"error": "..."}. Ends with the input or with the program."""
import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
KEYRING = "org.freedesktop.secrets"
INTERVAL_S = 0.05


class NotThere(Exception):
    pass


def settle():
    """Lets what the bus has sent take effect."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def wait_for_bus():
    """Until the accessibility bus can be asked for; asked earlier, its users end with an error."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    for _ in range(200):
        answer = session.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                                   "NameHasOwner", GLib.Variant("(s)", ("org.a11y.Bus",)), None,
                                   Gio.DBusCallFlags.NONE, 5000)
        if answer.unpack()[0]:
            return
        time.sleep(INTERVAL_S)
    sys.exit("the accessibility bus does not come up")


class Desktop:
    def __init__(self, arguments):
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                       "QT_ACCESSIBILITY": "1", "NO_AT_BRIDGE": "0"}
        self.bus = subprocess.Popen([BUS_LAUNCHER, "--launch-immediately"],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_bus()
        self.program = subprocess.Popen(arguments, env=environment, stdin=subprocess.DEVNULL,
                                        stdout=sys.stderr)
        Atspi.init()

    def end(self):
        for process in (self.program, self.bus):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()

    def application(self):
        root = Atspi.get_desktop(0)
        root.clear_cache()
        for number in range(root.get_child_count()):
            one = root.get_child_at_index(number)
            if one is not None and one.get_process_id() == self.program.pid:
                one.clear_cache()
                return one
        raise NotThere("the program is not on the accessibility bus")

    def all(self, above=None):
        """Every accessible below, from the front: what was opened last comes first."""
        try:
            above = above or self.application()
            children = [above.get_child_at_index(number)
                        for number in reversed(range(above.get_child_count()))]
        except GLib.Error:
            return
        for child in children:
            if child is not None:
                yield child
                yield from self.all(child)

    def showing(self, name, role=None, starts=False):
        for one in self.all():
            try:
                label = one.get_name() or ""
                fits = label.startswith(name) if starts else label == name
                if not fits or (role and one.get_role_name() != role):
                    continue
                if one.get_state_set().contains(Atspi.StateType.SHOWING):
                    return one
            except GLib.Error:
                continue
        raise NotThere(f"no {role or 'control'} \"{name}\" is shown")

    def until(self, timeout, check):
        deadline = time.monotonic() + timeout
        while True:
            settle()
            if self.program.poll() is not None:
                raise NotThere(f"the program has ended with {self.program.returncode}")
            try:
                return check()
            except (NotThere, GLib.Error) as error:
                if time.monotonic() > deadline:
                    raise NotThere(str(error)) from error
            time.sleep(INTERVAL_S)


def text_of(one):
    if "Text" not in one.get_interfaces():
        return one.get_name()
    return Atspi.Text.get_text(one, 0, Atspi.Text.get_character_count(one))


def xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True, timeout=30, stdout=subprocess.DEVNULL)


def enabled(one):
    states = one.get_state_set()
    return (states.contains(Atspi.StateType.ENABLED)
            and states.contains(Atspi.StateType.SENSITIVE))


class Commands:
    """One method for each word of "do"; the arguments are the other members of the command."""

    def __init__(self, desktop):
        self.desktop = desktop

    def wait(self, name, role=None, starts=False, timeout=15):
        """Waits until it is shown; gives its full name."""
        return self.desktop.until(timeout, lambda: self.desktop.showing(
            name, role, starts).get_name())

    def gone(self, name, role=None, starts=False, timeout=15):
        def check():
            try:
                self.desktop.showing(name, role, starts)
            except NotThere:
                return True
            raise NotThere(f"\"{name}\" is still shown")
        return self.desktop.until(timeout, check)

    def press(self, name, role=None, starts=False, timeout=15):
        """Waits until it is shown and enabled, and does its first action."""
        def check():
            one = self.desktop.showing(name, role, starts)
            if not enabled(one):
                raise NotThere(f"\"{name}\" is disabled")
            if one.get_n_actions() < 1:
                raise NotThere(f"\"{name}\" has no action")
            one.do_action(0)
            return True
        return self.desktop.until(timeout, check)

    def click(self, name, role=None, starts=False, timeout=15):
        """Clicks its middle with the pointer."""
        def check():
            one = self.desktop.showing(name, role, starts)
            area = one.get_extents(Atspi.CoordType.SCREEN)
            if area.width < 1 or not enabled(one):
                raise NotThere(f"\"{name}\" cannot be clicked")
            xdotool("mousemove", str(area.x + area.width // 2), str(area.y + area.height // 2),
                    "click", "1")
            return True
        return self.desktop.until(timeout, check)

    def focus(self, name, role=None, timeout=15):
        """Gives it the keyboard; there is no window manager to do so."""
        def check():
            one = self.desktop.showing(name, role)
            window = one
            while window.get_parent() and window.get_parent().get_role() != Atspi.Role.APPLICATION:
                window = window.get_parent()
            area = window.get_extents(Atspi.CoordType.SCREEN)
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--pid", str(self.desktop.program.pid)],
                capture_output=True, text=True, check=False).stdout.split()
            for number in found:
                shape = subprocess.run(["xdotool", "getwindowgeometry", "--shell", number],
                                       capture_output=True, text=True, check=False).stdout
                if f"WIDTH={area.width}\n" in shape and f"HEIGHT={area.height}\n" in shape:
                    xdotool("windowfocus", number)
            one.grab_focus()
            settle()
            if not one.get_state_set().contains(Atspi.StateType.FOCUSED):
                raise NotThere(f"\"{name}\" does not take the keyboard")
            return True
        return self.desktop.until(timeout, check)

    def type(self, name, text, role=None, timeout=15):
        """Types into the field after what is there."""
        self.focus(name, role, timeout)
        xdotool("type", "--delay", "15", text)
        return self.desktop.until(timeout, lambda: text_of(self.desktop.showing(name, role)))

    def fill(self, name, text, role=None, timeout=15):
        """Types over what is in the field."""
        self.focus(name, role, timeout)
        xdotool("key", "ctrl+a", "BackSpace")
        xdotool("type", "--delay", "15", text)
        return True

    def key(self, keys):
        xdotool("key", keys)
        return True

    def read(self, name, role=None, timeout=15):
        return self.desktop.until(timeout, lambda: text_of(self.desktop.showing(name, role)))

    def items(self, name, role=None, timeout=15):
        """The names of what a list holds, from the top."""
        def check():
            one = self.desktop.showing(name, role)
            children = [one.get_child_at_index(number) for number in range(one.get_child_count())]
            return [child.get_name() for child in children if child is not None]
        return self.desktop.until(timeout, check)

    def item(self, name, text, role=None, timeout=15):
        """Waits until the list holds an item with that text in its name; gives all of them."""
        def check():
            names = self.items(name, role, 0)
            if not any(text in one for one in names):
                raise NotThere(f"\"{name}\" holds no \"{text}\" but {names}")
            return names
        return self.desktop.until(timeout, check)

    def secrets(self, service):
        """What the unlocked keyring of this session keeps for a service, as text."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)

        def ask(method, form, *values):
            return bus.call_sync(KEYRING, "/org/freedesktop/secrets",
                                 "org.freedesktop.Secret.Service", method,
                                 GLib.Variant(form, values), None, Gio.DBusCallFlags.NONE,
                                 5000).unpack()
        _, session = ask("OpenSession", "(sv)", "plain", GLib.Variant("s", ""))
        unlocked, _ = ask("SearchItems", "(a{ss})", {"server": service})
        found, = ask("GetSecrets", "(aoo)", unlocked, session)
        return [bytes(value).decode() for _, _, value, _ in found.values()]

    def tree(self):
        """Everything that is shown, for finding names."""
        return self.desktop.until(5, lambda: [
            f"{one.get_role_name()}: {one.get_name()}" for one in self.desktop.all()
            if one.get_state_set().contains(Atspi.StateType.SHOWING)])


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    desktop = Desktop(sys.argv[1:])
    commands = Commands(desktop)
    try:
        for line in sys.stdin:
            command = json.loads(line)
            try:
                value = getattr(commands, command.pop("do"))(**command)
                answer = {"value": value}
            except (NotThere, GLib.Error, subprocess.SubprocessError) as error:
                answer = {"error": str(error)}
            print(json.dumps(answer), flush=True)
    finally:
        desktop.end()


main()
