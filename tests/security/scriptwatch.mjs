// SPDX-License-Identifier: GPL-3.0-or-later
// S4: hostile texts, and a watch over a page that notices when one of them is more than a text.
import { testData } from "../support/testdata.mjs";

/** Texts of our own, for a plain clone. */
export const ownPayloads = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "\"><img src=https://evil.example/x.png>",
  "<iframe src=https://evil.example/></iframe>",
  "<a href=javascript:alert(1)>here</a>",
  "<b>bold</b> &amp; &lt;i&gt;",
  "<style>@import 'https://evil.example/x.css';</style>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<x-y onclick=alert(1) style=position:fixed;inset:0>everywhere</x-y>",
  "javascript:alert(1)",
  "${alert(1)} {{constructor.constructor('alert(1)')()}} <%= alert(1) %>",
  "--><!-- <textarea></textarea><details open ontoggle=alert(1)>",
  `\u202e${"W".repeat(240)}`,
  "https://evil.example/x.png?\"><script>alert(1)</script>",
];

/** All payloads, or each `every`-th of the public data beside our own. */
export async function payloads(every = 1) {
  const purify = (await testData("xss-dompurify/payload-expected.json")) ?? [];
  const naughty = (await testData("robust-blns/blns.json")) ?? [];
  const all = [...purify.map(({ payload }) => payload), ...naughty];
  const some = all.filter((text, at) => at % every === 0 && text.trim() !== "");
  return { texts: [...ownPayloads, ...some], isPublic: all.length > 0 };
}

function hookDialogs() {
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (text) => void window.tellsOfRunning(`${name}(${text})`);
  }
}

/** Every element of the page by tag, those in shadow roots, too. */
function tagsOfThePage() {
  const counts = {};
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      counts[element.localName] = (counts[element.localName] ?? 0) + 1;
      if (element.shadowRoot) {
        walk(element.shadowRoot);
      }
    }
  };
  walk(document);
  return counts;
}

/** Over one page, also when it is loaded again: what ran, what was fetched from elsewhere, what
 * opened. */
export class Watch {
  ran = [];
  fetched = [];
  opened = [];

  /** Before the page is loaded. Nothing leaves the machine. */
  static async over(page, url) {
    const watch = new Watch();
    Object.assign(watch, { page, origin: new URL(url).origin });
    await page.exposeFunction("tellsOfRunning", (what) => void watch.ran.push(what));
    await page.addInitScript(hookDialogs);
    await page.route(
      (address) => address.origin !== watch.origin && !/^(data|blob|about):/.test(address.href),
      (route) => {
        watch.fetched.push(route.request().url());
        return route.abort();
      },
    );
    page.on("popup", (popup) => watch.opened.push(popup.url()));
    page.on("framenavigated", (frame) => {
      if (!frame.url().startsWith(watch.origin)) {
        watch.opened.push(frame.url());
      }
    });
    page.on("dialog", (dialog) => {
      watch.opened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    return watch;
  }

  tags() {
    return this.page.evaluate(tagsOfThePage);
  }

  /** After the page had two frames' time to run what it has: { ran, fetched, opened, strange }.
   * strange: elements of kinds that the page did not have `before`. */
  async findings(before) {
    await this.page.evaluate(
      () => new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
    );
    const after = await this.tags();
    return {
      ran: this.ran,
      fetched: this.fetched,
      opened: this.opened,
      strange: Object.keys(after).filter((tag) => !(tag in before)),
    };
  }
}

const controlPage = "<!doctype html><title>Control</title><main></main>";

/** The control: what the watch finds on a page that puts the texts in as HTML; of how many texts.
 * page: a new one. */
export async function findingsOnCarelessPage(page, url, texts) {
  const watch = await Watch.over(page, url);
  const address = `${url}/control.html`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: "text/html", body: controlPage }),
  );
  await page.goto(address);
  const before = await watch.tags();
  let caught = 0;
  for (const text of texts) {
    caught += await page.evaluate(async (html) => {
      const place = document.createElement("div");
      document.querySelector("main").append(place);
      place.innerHTML = html;
      return place.childElementCount > 0 ? 1 : 0;
    }, text);
  }
  await page.waitForLoadState("networkidle");
  return { ...(await watch.findings(before)), caught };
}
