// SPDX-License-Identifier: GPL-3.0-or-later
import type { Conversation } from "../model/conversation.js";
import type { PageTitle } from "./pagetitle.js";
import { Sound } from "./sound.js";
import type { SoundSwitch } from "./soundswitch.js";

interface Means {
  readonly isVisible: () => boolean;
  readonly mark: (count: number) => void;
  readonly sound: () => void;
}

/** Tells a customer who looks elsewhere that something was said: by a sound, and by the number
 *  in the page's title until it is seen. */
export class Attention {
  /** Said while the panel was open on a page that nobody saw. */
  private unseen = 0;

  constructor(
    private readonly conversation: Conversation,
    private readonly means: Means,
  ) {
    conversation.addEventListener("arrived", () => this.arrived());
    conversation.addEventListener("change", () => this.look());
    this.look();
  }

  /** The page has been shown or hidden, or the conversation has changed. */
  look(): void {
    if (this.means.isVisible()) {
      this.unseen = 0;
    }
    this.means.mark(this.unseen + this.conversation.state.unread);
  }

  private arrived(): void {
    const { isShown } = this.conversation.state;
    if (isShown && this.means.isVisible()) {
      return;
    }
    this.unseen += isShown ? 1 : 0;
    if (this.conversation.mayRing) {
      this.means.sound();
    }
  }
}

/** For the page that the widget is part of. */
export function attend(conversation: Conversation, title: PageTitle, sounds: SoundSwitch): void {
  const sound = new Sound(window);
  const attention = new Attention(conversation, {
    isVisible: () => document.visibilityState === "visible",
    mark: (count) => title.mark(count),
    sound: () => {
      if (sounds.isOn) {
        sound.play();
      }
    },
  });
  document.addEventListener("visibilitychange", () => attention.look());
}
