// SPDX-License-Identifier: GPL-3.0-or-later
// Pages with the widget that the demo shop does not have, and answers in place of the server's, by
// which each way it may go is gone; wholeway.test.mjs goes to the server itself.

const quoted = { '"': "&quot;", "&": "&amp;" };

export const attribute = (name, value) =>
  `${name}="${value.replace(/["&]/g, (letter) => quoted[letter])}"`;

/** Goes to a page with these attributes of the script; more: what else is in its head. */
export async function pageWith(customer, attributes, lang = "en", more = "") {
  const address = `${customer.home}/demo/page.html`;
  const script = `<script src="/widget/tandem.js" defer data-service="support" ${attributes}>`;
  const main = "<main><h1>Shop</h1></main>";
  const view = '<meta name="viewport" content="width=device-width, initial-scale=1">';
  const head = `<title>Shop</title>${more}${view}${script}</script>`;
  const body = `<!doctype html><html lang="${lang}">${head}${main}`;
  await customer.context.unroute(address);
  await customer.context.route(address, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body }),
  );
  await customer.page.goto(address);
}

/** An operation says what it is to say, one answer after the other; gives what was asked. */
export async function answersInPlace(customer, operation, answers = []) {
  const asked = [];
  await customer.context.route(`**/genesys/2/chat/*/*/${operation}`, (route) => {
    asked.push(Object.fromEntries(new URLSearchParams(route.request().postData())));
    const { code, status = 200 } = answers[asked.length - 1] ?? {};
    const errors = code ? [{ code, advice: "" }] : [];
    const statusCode = status === 503 ? 1 : code ? 2 : 0;
    const answer = { statusCode, errors, messages: [], chatEnded: code === 240 };
    return route.fulfill({ status, contentType: "application/json", body: JSON.stringify(answer) });
  });
  return asked;
}

/** What a page hears of the queue. */
export async function hearsOfQueue(customer, told) {
  const asked = [];
  const answer = { ewt: -1, waiting: 0, isOpen: true, name: "Support", ...told };
  await customer.context.route("**/genesys/1/statistic/ewt*", (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "application/json", body: JSON.stringify(answer) });
  });
  return asked;
}

/** Messages of pages are answered so, one after the other; gives the forms that were sent. */
export async function takesMail(customer, answers = []) {
  const taken = [];
  await customer.context.route("**/genesys/2/email/support", (route) => {
    taken.push(route.request().postData());
    const { code, statusCode = 0 } = answers[taken.length - 1] ?? {};
    const body = code ? { statusCode: 2, errors: [{ code, advice: "" }] } : { statusCode };
    const status = code ? 400 : statusCode === 0 ? 200 : 503;
    return route.fulfill({ status, contentType: "application/json", body: JSON.stringify(body) });
  });
  return taken;
}
