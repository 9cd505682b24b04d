// SPDX-License-Identifier: GPL-3.0-or-later
// What axe finds on a customer's page.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");

export async function findings(customer) {
  // Through the debugger's own evaluation, which the page's policy does not concern.
  await customer.page.evaluate(axe);
  const { violations } = await customer.page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** What the keyboard is at, by its name. */
export function focused(customer) {
  return customer.page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element?.getAttribute("aria-label") || element?.id || element?.textContent?.trim();
  });
}
