// SPDX-License-Identifier: GPL-3.0-or-later
import type { Surroundings } from "../model/surroundings.js";
import type { TabMessage, Tabs, TabsListener } from "../model/tabs.js";
import { LockSeat, VotedSeat, type Seat, type Vote } from "./seats.js";

/** The tabs of a site in one browser, over a channel between them. Where a browser has none, each
 *  tab leads for itself. */
export class BrowserTabs implements Tabs {
  isLeading = false;
  private listener: TabsListener | null = null;
  private readonly channel: BroadcastChannel | null;
  private readonly seat: Seat;

  constructor(name: string, browser: Pick<Surroundings, "after" | "newKey">) {
    const { locks } = navigator as { locks?: LockManager };
    const events = { got: () => this.got(), lost: () => this.lost() };
    const post = (vote: Vote) => this.channel?.postMessage(vote);
    const voted = new VotedSeat(post, browser.newKey(), browser, events);
    this.channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
    this.seat = locks && this.channel ? new LockSeat(locks, name, events) : voted;
    this.channel?.addEventListener("message", ({ data }: MessageEvent<TabMessage | Vote>) => {
      if ("seat" in data) {
        voted.heard(data);
      } else {
        this.listener?.heard(data);
      }
    });
  }

  listen(listener: TabsListener): void {
    this.listener = listener;
  }

  lead(): void {
    this.isLeading = true;
    this.seat.take();
  }

  join(): void {
    if (!this.channel) {
      this.got();
    } else if (!this.isLeading) {
      this.seat.wait();
    }
  }

  leave(): void {
    this.isLeading = false;
    this.seat.leave();
  }

  post(message: TabMessage): void {
    this.channel?.postMessage(message);
  }

  private got(): void {
    this.isLeading = true;
    this.listener?.tookOver();
  }

  private lost(): void {
    if (this.isLeading) {
      this.isLeading = false;
      this.listener?.lostLead();
    }
  }
}
