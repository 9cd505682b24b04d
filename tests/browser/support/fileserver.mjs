// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about files in place of the server, so that each state of a file on its way can be held.

const usual = {
  "upload-max-files": "10",
  "upload-max-file-size": "10485760",
  "upload-max-total-size": "52428800",
  "upload-file-types": "jpg:png:pdf:txt",
  "upload-need-agent": "false",
  "used-upload-max-files": "0",
  "used-upload-max-total-size": "0",
  "delete-file": "true",
};

const picture =
  "iVBORw0KGgoAAAANSUhEUgAAALQAAAB4CAIAAADUhU+qAAAA7klEQVR42u3SQQ0AMAgAMYRN2JTwRsnek4UBDJA0qY" +
  "LLxbkJo5AAc2AOzIE5MAfmwByYA3NgDjAH5sAcmANzYA7MgTkwB+YAc2AOzIE5MAfmwByYA3NgDjAH5sAcmANzYA7M" +
  "gTkwB+bAHGAOzIE5MAfmwByYA3NgDswB5sAcmANzYA7MgTkwB+bAHGAOzIE5MAfmwByYg3Vz/FcwMgfmwByYA3NgDs" +
  "yBOTAH5sAcYA7MgTkwB+bAHJgDc2AOzAHmwByYA3NgDsyBOTAH5sAcYA7MgTkwB+bAHJgDc2AOzIE5wByYA3NgDsyB" +
  "OTAH6zU1OgJGO+XTjAAAAABJRU5ErkJggg==";

export class FileServer {
  uploads = [];
  deleted = [];
  limitsAsked = 0;
  #outcome = {};
  #held = null;

  /** limits: what is other than usual; null: it does not know the operations. */
  static async inFrontOf(customer, limits = {}) {
    const server = new FileServer();
    server.limits = limits;
    await customer.context.route("**/genesys/2/chat-ntf", (route) => server.#answer(route));
    return server;
  }

  /** Uploads are not answered until it is said how. */
  holdsUploads() {
    this.#held = [];
  }

  answersUploads(outcome) {
    this.#outcome = outcome;
    const held = this.#held ?? [];
    this.#held = null;
    held.forEach((answer) => answer());
  }

  /** The widget hears of it as if it had come over the line. */
  tellsOf(customer, index, type, nickname, userData, event = "FileUploaded") {
    const from = { type, nickname, participantId: type === "Client" ? 1 : 2 };
    const message = { index, type: event, from, utcTime: Date.now(), userData };
    return customer.page.locator("tandem-chat").evaluate(
      (widget, messages) => widget.conversation.answered({ statusCode: 0, messages }),
      [message],
    );
  }

  async #answer(route) {
    const body = route.request().postDataBuffer()?.toString("latin1") ?? "";
    const field = (name) =>
      new URLSearchParams(body).get(name) ??
      new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1];
    const operation = field("operation");
    if (operation === "fileGetLimits") {
      this.limitsAsked += 1;
      const userData = { ...usual, ...this.limits };
      return this.limits === null
        ? this.#json(route, { statusCode: 2, errors: [{ code: 100 }] }, 404)
        : this.#json(route, { statusCode: 0, userData });
    }
    if (operation === "fileUpload") {
      const name = /filename="([^"]*)"/.exec(body)?.[1];
      this.uploads.push({ name, key: field("clientMessageId"), secureKey: field("secureKey") });
      return this.#uploaded(route);
    }
    if (operation === "fileDelete") {
      this.deleted.push(field("fileId"));
      return this.#json(route, { statusCode: 0 });
    }
    const isThumbnail = operation === "fileThumbnail";
    return route.fulfill({
      contentType: isThumbnail ? "image/png" : "text/html",
      headers: { "Content-Disposition": "attachment" },
      body: isThumbnail ? Buffer.from(picture, "base64") : "<script>alert(1)</script>",
    });
  }

  async #uploaded(route) {
    if (this.#held) {
      await new Promise((resolve) => this.#held.push(resolve));
    }
    const { status = 200, code, statusCode = code ? 2 : 0 } = this.#outcome;
    const errors = code ? [{ code, advice: "" }] : [];
    await this.#json(route, { statusCode, errors }, status).catch(() => undefined);
  }

  #json(route, answer, status = 200) {
    const body = JSON.stringify({ messages: [], ...answer });
    return route.fulfill({ status, contentType: "application/json", body });
  }
}
