// SPDX-License-Identifier: GPL-3.0-or-later
import { until } from "../../support/condition.mjs";

/** One conversation as its agent has it. */
export class AgentSide {
  constructor(agent, interaction) {
    this.agent = agent;
    this.interaction = interaction;
    this.id = interaction.id;
  }

  says(text) {
    return this.agent.says(this.id, text);
  }

  types(typing = true) {
    return this.agent.ask("chat.typing", { interactionId: this.id, typing });
  }

  ends() {
    return this.agent.ask("chat.end", { interactionId: this.id });
  }

  async attachedData() {
    return (await this.agent.ask("interaction.get", { interactionId: this.id })).attachedData;
  }

  /** The customer's messages as the server keeps them, in order. */
  async customerTexts() {
    return (await this.agent.transcript(this.id))
      .filter(({ type, from }) => type === "Message" && from.type === "Client")
      .map(({ text }) => text);
  }

  hearsOfLeaving() {
    return this.agent.hears(
      "chat.event",
      ({ interactionId, event }) =>
        interactionId === this.id &&
        event.type === "ParticipantLeft" &&
        event.from.type === "Client",
    );
  }

  hears(text) {
    return until(`the server to have "${text}"`, async () =>
      (await this.customerTexts()).includes(text),
    );
  }

  hearsOfTyping(type) {
    return this.agent.hears(
      "chat.event",
      ({ interactionId, event }) =>
        interactionId === this.id && event.type === type && event.from.type === "Client",
    );
  }
}
