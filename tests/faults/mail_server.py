"""A mail server (aiosmtpd) that fails as it is told. Reads its mode from a file before each answer, and writes what it accepted, one JSON line each.

Usage: mail_server.py PORT MODE_FILE ACCEPTED_FILE
Modes: ok; refuse (no connection is taken); 421 and 451 (after RCPT); hang (after DATA, until the mode changes); drop (the connection, after DATA and before any answer);
kill PID (the process is stopped before it can hear the 250, and killed once that was sent).
"""
import asyncio
import json
import os
import signal
import sys

from aiosmtpd.smtp import SMTP

PORT, MODE_FILE, ACCEPTED_FILE = int(sys.argv[1]), sys.argv[2], sys.argv[3]


def mode():
    with open(MODE_FILE, encoding="ascii") as file:
        return file.read().split() or ["ok"]


class Faults:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode()[0] == "421":
            return "421 4.3.2 closing for a while"
        if mode()[0] == "451":
            return "451 4.3.0 not just now"
        if address.startswith("gone"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        told = mode()
        if told[0] == "drop":
            server.transport.abort()
            return "451 dropped"
        while mode()[0] == "hang":
            await asyncio.sleep(0.1)
            told = ["drop"]
        if told[0] == "drop":
            server.transport.abort()
            return "451 dropped"
        if told[0] == "kill":
            os.kill(int(told[1]), signal.SIGSTOP)
        head = envelope.content.split(b"\r\n\r\n", 1)[0].decode("ascii", "replace")
        ids = [line.split(":", 1)[1].strip() for line in head.split("\r\n") if line.lower().startswith("message-id:")]
        with open(ACCEPTED_FILE, "a", encoding="ascii") as file:
            file.write(json.dumps({"id": ids[0] if ids else "", "to": envelope.rcpt_tos}) + "\n")
        if told[0] == "kill":
            with open(MODE_FILE, "w", encoding="ascii") as file:
                file.write("ok")
            asyncio.get_running_loop().call_later(0.3, os.kill, int(told[1]), signal.SIGKILL)
        return "250 OK"


async def serve():
    loop, listening = asyncio.get_running_loop(), None
    while True:
        wanted = mode()[0] != "refuse"
        if wanted and listening is None:
            listening = await loop.create_server(lambda: SMTP(Faults(), hostname="mail.test", enable_SMTPUTF8=True), "127.0.0.1", PORT)
            print("listening", flush=True)
        if not wanted and listening is not None:
            listening.close()
            listening = None
        await asyncio.sleep(0.05)


asyncio.run(serve())
