# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients of a server who read what they are sent, or stop reading it: stillcrowd.py URL.

Standard input, a line each: {"do": "attach", "agents": [token...], "sockets": N, "acking": N,
"polling": N, "chat": {...}, "buffer": bytes}, then {"do": "read"}, {"do": "stop"}, {"do": "leave"};
answers each on standard output with {"attached": N}. "buffer": of each socket. Where it is small,
nearly all that is not read has to wait in the server."""
import base64
import json
import os
import re
import resource
import select
import socket
import sys
import time
import urllib.parse

HOST, PORT = urllib.parse.urlsplit(sys.argv[1]).hostname, urllib.parse.urlsplit(sys.argv[1]).port
ACK = re.compile(rb'"ext":\{"ack":(\d+)\}')
MOST_SEGMENT, LIMIT_S = 1448, 20
PONG = b"\x8a\x80\0\0\0\0"
PONG_S = 5


def masked(text):
    """A text frame under a mask of zeros."""
    size = len(text)
    if size < 126:
        head = bytes([0x81, 0x80 | size])
    else:
        head = bytes([0x81, 0x80 | 126]) + size.to_bytes(2, "big")
    return head + b"\0\0\0\0" + text


class Client:
    def __init__(self, buffer):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, MOST_SEGMENT)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.socket.settimeout(LIMIT_S)
        self.socket.connect((HOST, PORT))
        self.tail = b""

    def until(self, wanted):
        """Reads until that has come."""
        while wanted not in self.tail:
            part = self.socket.recv(65536)
            if not part:
                raise ConnectionError(f"closed while {wanted} was waited for")
            self.tail += part
        self.tail = b""

    def opens(self, path, protocol=""):
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: {HOST}:{PORT}\r\nUpgrade: websocket\r\n"
                             f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                             f"{protocol}Sec-WebSocket-Version: 13\r\n\r\n").encode())
        self.until(b"\r\n\r\n")

    def says(self, value):
        self.socket.sendall(masked(json.dumps(value, separators=(",", ":")).encode()))

    def heard(self, part):
        """What has come is not looked at."""

    def lives(self):
        self.socket.send(PONG)


class Agent(Client):
    def attach(self, token):
        self.opens("/agent", "Sec-WebSocket-Protocol: tandem.agent.v1\r\n")
        params = {"sessionToken": token, "lastSeq": 0}
        self.says({"jsonrpc": "2.0", "id": 1, "method": "session.resume", "params": params})
        self.until(b'"id":1')
        params = {"isOn": True}
        self.says({"jsonrpc": "2.0", "id": 2, "method": "supervision.watch", "params": params})
        self.until(b'"id":2')


class Customer(Client):
    def attach(self, chat, acking):
        self.opens("/genesys/cometd")
        ext = {"ext": {"ack": True}} if acking else {}
        self.acking, self.number = acking, 2
        self.says([{"id": "1", "channel": "/meta/handshake", "version": "1.0",
                    "supportedConnectionTypes": ["websocket"], **ext}])
        while b"clientId" not in self.tail:
            self.tail += self.socket.recv(65536)
        self.client = re.search(rb'"clientId":"([^"]+)"', self.tail)[1].decode()
        self.tail = b""
        data = {"operation": "requestNotifications", "secureKey": chat["secureKey"],
                "transcriptPosition": chat["position"]}
        self.says([{"id": "2", "clientId": self.client, "data": data,
                    "channel": f"/service/chatV2/{chat['service']}"}])
        if not acking:
            self.until(b'"chatEnded"')
        self.connects(0)

    def connects(self, batch):
        self.number += 1
        ext = {"ext": {"ack": batch}} if self.acking else {}
        self.says([{"id": str(self.number), "clientId": self.client, "channel": "/meta/connect",
                    "connectionType": "websocket", **ext}])

    def heard(self, part):
        self.tail = self.tail[-200:] + part
        found = ACK.search(self.tail) if self.acking else None
        if found:
            self.tail = b""
            self.connects(int(found[1]))


class Reader(Client):
    """Asks for all of a long chat, again and again, over HTTP."""
    def attach(self, chat):
        body = urllib.parse.urlencode({"secureKey": chat["secureKey"], "transcriptPosition": 1})
        head = (f"POST /genesys/2/chat/{chat['service']}/{chat['chatId']}/refresh HTTP/1.1\r\n"
                f"Host: {HOST}:{PORT}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\n\r\n")
        self.socket.sendall((head + body).encode() * 3)

    def lives(self):
        """HTTP has no signs of life."""


class Crowd:
    def __init__(self):
        self.clients = {}
        self.poll = select.epoll()
        self.isReading = False

    def attach(self, order):
        kinds = [(Agent, (token,)) for token in order["agents"]]
        kinds += [(Customer, (order["chat"], False))] * order["sockets"]
        kinds += [(Customer, (order["chat"], True))] * order["acking"]
        kinds += [(Reader, (order["chat"],))] * order["polling"]
        for kind, about in kinds:
            client = kind(order["buffer"])
            client.attach(*about)
            client.socket.setblocking(False)
            self.clients[client.socket.fileno()] = client

    def read(self):
        for number in self.clients:
            self.poll.register(number, select.EPOLLIN)
        self.isReading = True

    def stop(self):
        if self.isReading:
            for number in self.clients:
                self.poll.unregister(number)
        self.isReading = False

    def leave(self):
        self.stop()
        for client in self.clients.values():
            client.socket.close()
        self.clients = {}

    def drain(self):
        for number, _ in self.poll.poll(0.05):
            client = self.clients[number]
            try:
                part = client.socket.recv(65536)
                if part:
                    client.heard(part)
                else:
                    self.forget(number)
            except BlockingIOError:
                continue
            except OSError:
                self.forget(number)

    def forget(self, number):
        self.poll.unregister(number)
        self.clients.pop(number).socket.close()

    def lives(self):
        for client in self.clients.values():
            try:
                client.lives()
            except OSError:
                continue


def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    crowd, rest, due = Crowd(), b"", 0
    while True:
        if crowd.isReading:
            crowd.drain()
            if time.monotonic() >= due:
                crowd.lives()
                due = time.monotonic() + PONG_S
        if not select.select([0], [], [], 0 if crowd.isReading else None)[0]:
            continue
        part = os.read(0, 1 << 20)
        if not part:
            return
        *lines, rest = (rest + part).split(b"\n")
        for line in lines:
            order = json.loads(line)
            if order["do"] == "attach":
                crowd.attach(order)
            else:
                getattr(crowd, order["do"])()
            print(json.dumps({"attached": len(crowd.clients)}), flush=True)


main()
