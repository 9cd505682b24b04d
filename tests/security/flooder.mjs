// SPDX-License-Identifier: GPL-3.0-or-later
// A program that floods one server from one address until its standard input ends, then prints
// what became of it as JSON: { tried, by: { "200": n, "429": n, "lost": n ... } }.
// usage: node flooder.mjs URL ADDRESS PER_SECOND [FORWARDED_FOR]
import { Agent, request } from "node:http";
import { WebSocket } from "ws";

const [url, localAddress, perSecond, forwardedFor] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const tickMs = 10;
const mostUnderWay = 400;
const socketShare = 0.1;
const agent = new Agent({ keepAlive: true, maxSockets: 200, localAddress });

const by = {};
let tried = 0;
let underWay = 0;
let round = 0;

function ended(kind) {
  by[kind] = (by[kind] ?? 0) + 1;
  underWay -= 1;
}

function forwarded() {
  return forwardedFor ? { "X-Forwarded-For": `${forwardedFor}.${(round += 1) % 250}` } : {};
}

function startChat() {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", ...forwarded() };
  const path = "/genesys/2/chat/sales";
  const options = { hostname, port, path, method: "POST", agent, headers, timeout: 5000 };
  const asked = request(options, (answer) => {
    answer.resume();
    answer.once("end", () => ended(answer.statusCode));
    answer.once("error", () => ended("lost"));
  });
  asked.once("error", () => ended("lost"));
  asked.once("timeout", () => asked.destroy(new Error("timeout")));
  asked.end("nickname=Flood&subject=Flood");
}

function signIn() {
  const address = `${url.replace(/^http/, "ws")}/agent`;
  const options = { localAddress, handshakeTimeout: 5000, headers: forwarded() };
  const socket = new WebSocket(address, "tandem.agent.v1", options);
  let outcome = "no socket";
  socket.once("open", () => {
    outcome = "socket lost";
    const params = { user: `user${tried}`, password: "a guess" };
    socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "session.login", params }));
  });
  socket.on("message", (text) => {
    outcome = JSON.parse(text).error?.data?.reason ?? "signed in";
    socket.terminate();
  });
  socket.on("error", () => {});
  socket.once("close", () => ended(outcome));
}

const timer = setInterval(() => {
  for (let count = 0; count < (perSecond * tickMs) / 1000 && underWay < mostUnderWay; ++count) {
    underWay += 1;
    tried += 1;
    if (Math.random() < socketShare) {
      signIn();
    } else {
      startChat();
    }
  }
}, tickMs);

process.stdin.resume();
process.stdin.once("end", () => {
  clearInterval(timer);
  process.stdout.write(`${JSON.stringify({ tried, by })}\n`, () => process.exit(0));
});
