// SPDX-License-Identifier: GPL-3.0-or-later
// S4: every hostile text x every field a customer can write x every place that shows it in a
// browser. Forms take a page each, and whole conversations some seconds: some of the texts, all by
// --long.
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
import { leftMessages, wholeConversations } from "../security/storedconversation.mjs";
import { makeToldCareless, toldToTheWidget } from "../security/storedviews.mjs";
import { scoped } from "../support/scope.mjs";

const formsInShort = 40;
const conversationsInShort = 12;

function spread(texts, count) {
  const step = Math.max(1, Math.floor(texts.length / count));
  return texts.filter((_, at) => at % step === 0);
}

/** In other views than messages: what is told of others by all texts, the whole way by some. */
async function inOtherViews(shops, texts, some, tell) {
  tell(`${texts.length} texts as names, files, pages, notices, cards and answers to click`);
  const told = await toldToTheWidget(shops[0], texts);
  tell(`${some.length} texts through whole conversations, and as messages that are left`);
  const whole = await wholeConversations(shops[0], some);
  const left = await leftMessages(shops[1], some);
  const all = [told, whole, left];
  return {
    places: all.reduce((sum, { places }) => sum + places, 0),
    faults: all.flatMap(({ faults }) => faults),
  };
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
    const second = await ShopFloor.openWith(t, () => browser);
    const third = await ShopFloor.openWith(t, () => browser);
    const some = long ? texts : spread(texts, conversationsInShort);
    const views = await inOtherViews([second, third], texts, some, tell);
    const carelessViews = await toldToTheWidget(third, ownPayloads, makeToldCareless);
    const [careless] = await messagesInCarelessWidget(shop, ownPayloads);
    const changed = await fieldsKeptAsWritten(shop, texts);
    const pages = await answersThatArePages(shop, texts);
    const faults = [widget.messages, widget.forms, views.faults, changed, pages].flat();
    faults.forEach((text) => tell(text));
    const control = await carelessPage(shop, texts);
    const { ran, fetched, strange, caught } = control;
    tell(`as HTML ${caught} become elements, ${ran.length} run, ${fetched.length} fetch`);
    const isCaughtThere = careless.findings.ran.length > 0 && careless.elements.length > 0 &&
      ["row", "ran", "fetched", "wide"].every((kind) =>
        carelessViews.faults.some((fault) => fault.startsWith(`${kind}: `)));
    const isCaught = isCaughtThere &&
      [ran.length, fetched.length, strange.length, caught].every((count) => count > 0);
    return [
      { name: "hostile_texts", value: texts.length, limit: null },
      { name: "more_than_text_as_messages", value: widget.messages.length, limit: 0 },
      { name: "more_than_text_in_forms", value: widget.forms.length, limit: 0 },
      { name: "places_of_other_views", value: views.places, limit: 10_000, atLeast: true },
      { name: "more_than_text_in_other_views", value: views.faults.length, limit: 0 },
      { name: "fields_not_as_written", value: changed.length, limit: 0 },
      { name: "answers_that_are_pages", value: pages.length, limit: 0 },
      { name: "control_caught", value: Number(isCaught), limit: 1, atLeast: true },
    ];
  });
}
