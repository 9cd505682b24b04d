// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent may know of the page that a customer writes from: the keys are those which the
// vendor's own widget attaches, so that existing strategies and reports find them.

export interface PageFacts {
  readonly language: string;
  readonly referrer: string;
  readonly url: string;
  readonly title: string;
  readonly userAgent: string;
  /** As Date.getTimezoneOffset gives it: minutes to add to local time for UTC. */
  readonly timezoneOffsetMinutes: number;
}

const longestValue = 2000;

const browsers: ReadonlyArray<readonly [string, RegExp]> = [
  ["Edge", /Edg(?:A|iOS)?\/(\d+)/],
  ["Opera", /OPR\/(\d+)/],
  ["Samsung Internet", /SamsungBrowser\/(\d+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /Version\/(\d+)[.\d]* (?:Mobile\/\S+ )?Safari/],
];

const systems: ReadonlyArray<readonly [string, RegExp]> = [
  ["Windows", /Windows NT/],
  ["iOS", /iPhone|iPad|iPod/],
  ["macOS", /Mac OS X/],
  ["Android", /Android/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
];

export function browserName(userAgent: string): string {
  for (const [name, pattern] of browsers) {
    const found = pattern.exec(userAgent);
    if (found) {
      return `${name} ${found[1]}`;
    }
  }
  return "unknown";
}

export function systemName(userAgent: string): string {
  return systems.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "unknown";
}

export function pageData(facts: PageFacts): Record<string, string> {
  const data: Record<string, string> = {
    _genesys_url: facts.url,
    _genesys_pageTitle: facts.title,
    _genesys_referrer: facts.referrer,
  };
  for (const key of Object.keys(data)) {
    data[key] = (data[key] ?? "").slice(0, longestValue);
  }
  return data;
}

export function userData(facts: PageFacts): Record<string, string> {
  return {
    ...pageData(facts),
    GCTI_LanguageCode: facts.language,
    _genesys_source: "web",
    _genesys_browser: browserName(facts.userAgent),
    _genesys_OS: systemName(facts.userAgent),
    TimeZone: String(-facts.timezoneOffsetMinutes),
  };
}

export function currentPage(language: string): PageFacts {
  return {
    language,
    referrer: document.referrer,
    url: location.href,
    title: document.title,
    userAgent: navigator.userAgent,
    timezoneOffsetMinutes: new Date().getTimezoneOffset(),
  };
}
