#!/usr/bin/python3
"""A real SMTP server (aiosmtpd) that does as tests tell it.

    smtp_server.py [--port N] [--certificate FILE --key FILE [--implicit]] [--user NAME --password WORD] [--utf8]

Writes JSON lines: {"port"}, {"obeyed"} after each command, {"step"} before each answer, {"mail"} when it has taken one, as Python's email package and
icalendar read it. Reads JSON lines: {"plan": [{"step", "answer" | "act", "line"?}]}, each used once at that step: another
answer, or "hold" (until {"go": true}), "silent" (for ever), "cut" (the line); "text" is the mail's text, after that line.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

import icalendar
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

STEPS = {"EHLO": "hello", "HELO": "hello", "MAIL": "mail", "RCPT": "rcpt", "DATA": "data", "QUIT": "quit"}
plan = []
go = None


def say(**what):
    print(json.dumps(what), flush=True)


def take(step):
    for action in plan:
        if action["step"] == step:
            plan.remove(action)
            return action
    return {}


def events(text):
    return [
        {"uid": str(event["UID"]), "summary": str(event["SUMMARY"]), "starts": event["DTSTART"].dt.isoformat()}
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]


def part(of):
    content = of.get_content()
    text = content if isinstance(content, str) else content.decode()
    return {
        "type": of.get_content_type(),
        "method": of.get_param("method"),
        "file": of.get_filename(),
        "text": text,
        "events": events(text) if of.get_content_type() in ("text/calendar", "application/ics") else None,
    }


def parsed(envelope, session, secret):
    raw = envelope.original_content
    message = email.message_from_bytes(raw, policy=email.policy.default)
    return {
        "from": envelope.mail_from,
        "to": envelope.rcpt_tos,
        "headers": [[name, str(value)] for name, value in message.items()],
        "defects": [str(defect) for piece in message.walk() for defect in piece.defects],
        "shape": [piece.get_content_type() for piece in message.walk()],
        "parts": [part(piece) for piece in message.walk() if not piece.is_multipart()],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bare": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        "ascii": raw.isascii(),
        "secret": secret,
        "user": session.auth_data,
    }


class Server(SMTP):
    step = "connect"

    async def act(self, action):
        if action.get("act") == "hold":
            go.clear()
            await go.wait()
        elif action.get("act") == "silent":
            await asyncio.Event().wait()
        elif action.get("act") == "cut":
            self.transport.abort()
            raise asyncio.CancelledError

    async def push(self, status):
        step, self.step = self.step, None
        if step is None:
            return await super().push(status)
        action = take(step)
        answer = action.get("answer", status)
        # From here on the relay has the mail, whatever becomes of its answer.
        if step == "whole" and str(answer).startswith("2"):
            say(mail=self.event_handler.whole)
        say(step=step)
        await self.act(action)
        await super().push(answer)
        if step == "whole":
            say(step="answered")

    async def smtp_DATA(self, arg):
        lines, plain_read = 0, self._reader.readuntil

        async def read(end):
            nonlocal lines
            if lines == 0:
                self.step = "whole"
            lines += 1
            if any(action["step"] == "text" and action["line"] == lines for action in plan):
                say(step="text")
                await self.act(take("text"))
            return await plain_read(end)

        self._reader.readuntil = read
        try:
            await super().smtp_DATA(arg)
        finally:
            self._reader.readuntil = plain_read


def stepping(name, step):
    plain = getattr(Server, f"smtp_{name}")

    async def method(self, arg):
        self.step = step
        await plain(self, arg)

    # What aiosmtpd notes on its methods (their syntax) it looks for on ours.
    method.__dict__.update(plain.__dict__)
    setattr(Server, f"smtp_{name}", method)


class Handler:
    async def handle_DATA(self, server, session, envelope):
        self.whole = parsed(envelope, session, server.transport.get_extra_info("ssl_object") is not None)
        return "250 2.0.0 Taken"


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    for name in ("certificate", "key", "user", "password"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--implicit", action="store_true")
    parser.add_argument("--utf8", action="store_true")
    return parser.parse_args()


async def main():
    global go
    go = asyncio.Event()
    chosen = options()
    for name, step in STEPS.items():
        stepping(name, step)
    tls = None
    if chosen.certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(chosen.certificate, chosen.key)

    def let_in(server, session, envelope, mechanism, shown):
        good = isinstance(shown, LoginPassword) and (shown.login.decode(), shown.password.decode()) == (chosen.user, chosen.password)
        return AuthResult(success=good, handled=False, auth_data=chosen.user)

    def made():
        # Without an authenticator it speaks of AUTH all the same, after STARTTLS; with TLS from the first byte it does not.
        more = {}
        if chosen.user:
            more = {"authenticator": let_in, "auth_required": True, "auth_require_tls": not chosen.implicit}
        starttls = None if chosen.implicit else tls
        return Server(Handler(), hostname="relay.localhost", tls_context=starttls, loop=asyncio.get_running_loop(),
                      enable_SMTPUTF8=chosen.utf8, **more)

    server = await asyncio.get_running_loop().create_server(
        made, "127.0.0.1", chosen.port, ssl=tls if chosen.implicit else None)
    say(port=server.sockets[0].getsockname()[1])
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        command = json.loads(line)
        plan.extend(command.get("plan", []))
        if command.get("go"):
            go.set()
        say(obeyed=True)


asyncio.run(main())
