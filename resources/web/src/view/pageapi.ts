// SPDX-License-Identifier: GPL-3.0-or-later
import type { StartForm } from "../model/record.js";

/** What a page may ask of the widget, as methods of its element. */
export interface WidgetMethods {
  open(): void;
  minimise(): void;
  begin(form: Partial<StartForm>): boolean;
  say(text: string): boolean;
  end(): void;
  /** The page's own form: a list of fields. */
  fields: unknown;
}

type Handler = (event: CustomEvent) => void;

const prefix = "tandem-";

/** `window.tandem`: the same for pages that have no element at hand. Names of events may be
 *  given with or without "tandem-". */
function pageApi(widget: WidgetMethods & EventTarget) {
  const full = (name: string) => (name.startsWith(prefix) ? name : prefix + name);
  return Object.freeze({
    open: () => widget.open(),
    minimise: () => widget.minimise(),
    begin: (form: Partial<StartForm>) => widget.begin(form),
    say: (text: string) => widget.say(text),
    end: () => widget.end(),
    get fields() {
      return widget.fields;
    },
    set fields(list: unknown) {
      widget.fields = list;
    },
    on: (name: string, handler: Handler) =>
      widget.addEventListener(full(name), handler as EventListener),
    off: (name: string, handler: Handler) =>
      widget.removeEventListener(full(name), handler as EventListener),
  });
}

/** A page's own variable of that name is left alone; an element with that id is none. */
export function offerPageApi(widget: WidgetMethods & EventTarget): void {
  if (!Object.hasOwn(window, "tandem")) {
    Object.assign(window, { tandem: pageApi(widget) });
  }
}

/** What a page gives as words of the customer; anything else is none. */
export function startFormOf(form: Partial<StartForm> | undefined): StartForm {
  const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
  const { name, email, question, fields } = form ?? {};
  const given = typeof fields === "object" && fields ? Object.entries(fields) : [];
  const further = given.filter(([, value]) => text(value) !== "");
  return {
    name: text(name),
    email: text(email),
    question: text(question),
    ...(further.length > 0 ? { fields: Object.fromEntries(further) } : {}),
  };
}
