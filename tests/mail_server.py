"""A mail server of one's own, which keeps each mail octet for octet, with the addresses that it was told."""

import re
import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Received:
    sender: str
    receivers: list[str]
    octets: bytes


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.say(b"220 here")
        sender, receivers = "", []
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"MAIL":
                sender, receivers = address_in(line), []
            elif word == b"RCPT":
                receivers.append(address_in(line))
            elif word == b"DATA":
                self.say(b"354 go on")
                octets = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.received.append(Received(sender, receivers, octets))
            self.say(b"221 bye" if word == b"QUIT" else b"250 yes")

    def say(self, words):
        self.wfile.write(words + b"\r\n")


def address_in(line):
    return re.search(rb":<(.*)>", line)[1].decode("ascii")


@contextmanager
def mail_server(settings):
    """Have the planner's mails go to it, and yield what it received."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.received = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server.received
        server.shutdown()
