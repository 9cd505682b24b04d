// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { Attention } from "../src/view/attention.js";
import { PageTitle } from "../src/view/pagetitle.js";
import { Sound } from "../src/view/sound.js";
import { SoundSwitch } from "../src/view/soundswitch.js";
import { agentSays, customerSaid, Scene } from "./fakes.js";

class Page {
  title = "Shop (1) – Schuhe";
}

function attentive() {
  const scene = new Scene();
  scene.opens();
  scene.conversation.show(true);
  const page = new Page();
  const title = new PageTitle(page);
  let sounds = 0;
  const attention = new Attention(scene.conversation, {
    isVisible: () => scene.surroundings.isLookedAt,
    mark: (count) => title.mark(count),
    sound: () => {
      sounds += 1;
    },
  });
  const hides = (isHidden: boolean) => {
    scene.surroundings.isLookedAt = !isHidden;
    attention.look();
  };
  return { scene, page, title, hides, sounds: () => sounds };
}

test("a message in an open panel on a visible page is neither heard nor counted", () => {
  const { scene, page, sounds } = attentive();
  scene.link.answers({ messages: [agentSays(2, "Hello"), customerSaid(3, "Hi")] });
  assert.equal(page.title, "Shop (1) – Schuhe");
  assert.equal(sounds(), 0);
});

test("a hidden page counts in its title until it is seen, and has its own title again", () => {
  const { scene, page, title, hides, sounds } = attentive();
  hides(true);
  scene.link.answers({ messages: [agentSays(2, "Hello")] });
  scene.link.answers({ messages: [agentSays(3, "Are you there?"), customerSaid(4, "Hi")] });
  assert.equal(page.title, "(2) Shop (1) – Schuhe");
  assert.equal(title.original, "Shop (1) – Schuhe");
  assert.equal(sounds(), 2);
  hides(false);
  assert.equal(page.title, "Shop (1) – Schuhe");
});

test("a minimised panel counts until it is opened", () => {
  const { scene, page, hides, sounds } = attentive();
  scene.conversation.show(false);
  scene.link.answers({ messages: [agentSays(2, "Hello")] });
  hides(true);
  hides(false);
  assert.equal(page.title, "(1) Shop (1) – Schuhe");
  assert.equal(sounds(), 1);
  scene.conversation.show(true);
  assert.equal(page.title, "Shop (1) – Schuhe");
});

test("a title that the page changes meanwhile is the page's", () => {
  const page = new Page();
  const title = new PageTitle(page);
  title.mark(1);
  page.title = "Basket";
  assert.equal(title.original, "Basket");
  title.mark(2);
  assert.equal(page.title, "(2) Basket");
  title.mark(0);
  assert.equal(page.title, "Basket");
  page.title = "(2) Basket";
  title.mark(0);
  assert.equal(page.title, "(2) Basket");
});

test("the switch remembers a no and nothing else", () => {
  const kept = new Map<string, string>();
  const storage = () =>
    ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    }) as unknown as Storage;
  const first = new SoundSwitch(true, "k", storage);
  assert.deepEqual([first.isOn, kept.size], [true, 0]);
  first.toggle();
  assert.equal(new SoundSwitch(true, "k", storage).isOn, false);
  first.toggle();
  assert.deepEqual([first.isOn, kept.size], [true, 0]);
  assert.equal(new SoundSwitch(false, "k", storage).isOn, false);
});

test("the switch works where the browser keeps nothing", () => {
  const forbidden = new SoundSwitch(true, "k", () => {
    throw new Error("SecurityError");
  });
  assert.equal(forbidden.isOn, true);
  forbidden.toggle();
  assert.equal(forbidden.isOn, false);
});

test("no audio is touched before the customer has done something", () => {
  const page = new EventTarget();
  let contexts = 0;
  class NoAudio {
    constructor() {
      contexts += 1;
      throw new Error("no audio here");
    }
  }
  Object.assign(globalThis, { AudioContext: NoAudio });
  const sound = new Sound(page);
  sound.play();
  page.dispatchEvent(new Event("pointerdown"));
  sound.play();
  assert.equal(contexts, 0, "what a script pretends is no gesture");
  const gesture = new Event("keydown");
  Object.defineProperty(gesture, "isTrusted", { value: true });
  page.dispatchEvent(gesture);
  sound.play();
  assert.equal(contexts, 1);
  sound.play();
  assert.equal(contexts, 1, "several messages at once are one sound");
});
