// SPDX-License-Identifier: GPL-3.0-or-later
// S4: every hostile text x every field a customer can write x every place that shows it in a
// browser. Forms take a page each: some of the texts, all by --long.
import { launchBrowser } from "../browser/support/customer.mjs";
import { ShopFloor } from "../browser/support/shopfloor.mjs";
import { ownPayloads, payloads } from "../security/scriptwatch.mjs";
import {
  answersThatArePages,
  carelessPage,
  faultsOf,
  fieldsKeptAsWritten,
  formsInTheWidget,
  messagesInCarelessWidget,
  messagesInTheWidget,
} from "../security/storedscript.mjs";
import { scoped } from "../support/scope.mjs";

const formsInShort = 40;

function spread(texts, count) {
  const step = Math.max(1, Math.floor(texts.length / count));
  return texts.filter((_, at) => at % step === 0);
}

async function faultsInTheWidget(shop, texts, forms, tell) {
  tell(`${texts.length} texts as messages of both sides, live and after a reload`);
  const messages = faultsOf(await messagesInTheWidget(shop, texts));
  tell(`${forms.length} texts in the form and in the page's address`);
  return { messages, forms: faultsOf(await formsInTheWidget(shop, forms)) };
}

export function measureStoredScript({ long, tell }) {
  return scoped(async (t) => {
    const browser = await launchBrowser();
    t.after(() => browser.close());
    const shop = await ShopFloor.openWith(t, () => browser);
    const { texts, isPublic } = await payloads();
    tell(isPublic ? "with the public data" : "skipped: the public data");
    const forms = long ? texts : spread(texts, formsInShort);
    const widget = await faultsInTheWidget(shop, texts, forms, tell);
    const [careless] = await messagesInCarelessWidget(shop, ownPayloads);
    const changed = await fieldsKeptAsWritten(shop, texts);
    const pages = await answersThatArePages(shop, texts);
    [...widget.messages, ...widget.forms, ...changed, ...pages].forEach((text) => tell(text));
    const control = await carelessPage(shop, texts);
    const { ran, fetched, strange, caught } = control;
    tell(`as HTML ${caught} become elements, ${ran.length} run, ${fetched.length} fetch`);
    const isCaughtThere = careless.findings.ran.length > 0 && careless.elements.length > 0;
    const isCaught = isCaughtThere &&
      [ran.length, fetched.length, strange.length, caught].every((count) => count > 0);
    return [
      { name: "hostile_texts", value: texts.length, limit: null },
      { name: "more_than_text_as_messages", value: widget.messages.length, limit: 0 },
      { name: "more_than_text_in_forms", value: widget.forms.length, limit: 0 },
      { name: "fields_not_as_written", value: changed.length, limit: 0 },
      { name: "answers_that_are_pages", value: pages.length, limit: 0 },
      { name: "control_caught", value: Number(isCaught), limit: 1, atLeast: true },
    ];
  });
}
