"""Chromium as a visitor: what it was sent for a page, as it counts that itself."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
SECONDS = 60
# As long as nothing more was asked for, a page with all that it fetches for the next one is there.
QUIET_SECONDS = 1.0
END = b"\0"


class Browser:
    """Commands and events of Chrome's DevTools Protocol, over two pipes."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back, self._buffer = to, back, b""
        self._numbers = count(1)

    def do(self, method: str, session: str = "", **values: Any) -> dict[str, Any]:
        """Return the answer; events that came before it are lost. Raises ValueError where none comes, or an error."""
        number = next(self._numbers)
        command = {"id": number, "method": method, "params": values}
        os.write(self._to, json.dumps(command | ({"sessionId": session} if session else {})).encode() + END)
        while message := self.read(SECONDS):
            if message.get("id") == number:
                if "error" in message:
                    raise ValueError(f"{method}: {message['error']['message']}")
                answer: dict[str, Any] = message["result"]
                return answer
        raise ValueError(f"The browser did not answer {method}.")

    def read(self, seconds: float) -> dict[str, Any] | None:
        """Return the next message, or nothing where none came for so long."""
        while END not in self._buffer:
            if not select.select([self._back], [], [], seconds)[0]:
                return None
            octets = os.read(self._back, 1 << 16)
            if not octets:
                raise ValueError("The browser has ended.")
            self._buffer += octets
        text, _, self._buffer = self._buffer.partition(END)
        message: dict[str, Any] = json.loads(text)
        return message


class Visit:
    """Somebody who was never here: nothing is kept from another visit."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._context = browser.do("Target.createBrowserContext")["browserContextId"]
        target = browser.do("Target.createTarget", url="about:blank", browserContextId=self._context)[
            "targetId"
        ]
        self._session = browser.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Network", "Page"):
            browser.do(f"{domain}.enable", self._session)

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.do("Target.disposeBrowserContext", browserContextId=self._context)

    def log_in(self, address: str, cookies: dict[str, str]) -> None:
        """Come to the site at this address as whoever has these cookies, at a desk of an ordinary size."""
        for name, value in cookies.items():
            self._browser.do("Network.setCookie", self._session, url=address, name=name, value=value)
        self._browser.do(
            "Emulation.setDeviceMetricsOverride",
            self._session,
            width=1280,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )

    def weigh(self, address: str) -> int:
        """Return how many bytes came for it: answers as they are packed, with their headers.

        Raises ValueError where the page, or a part of it, did not come, or another in its place.
        """
        self._browser.do("Page.navigate", self._session, url=address)
        asked: set[str] = set()
        sent, shown, until = 0, False, time.monotonic() + SECONDS
        while time.monotonic() < until:
            message = self._browser.read(QUIET_SECONDS)
            if message is None:
                if shown and not asked:
                    return sent
                continue
            values = message.get("params", {})
            match message.get("sessionId") == self._session and message.get("method"):
                case "Network.requestWillBeSent" if "redirectResponse" in values:
                    raise ValueError(f"{address} leads to {values['request']['url']}.")
                case "Network.requestWillBeSent":
                    asked.add(values["requestId"])
                case "Network.loadingFinished":
                    asked.discard(values["requestId"])
                    sent += int(values["encodedDataLength"])
                case "Network.loadingFailed":
                    raise ValueError(f"A part of {address} did not come: {values['errorText']}.")
                case "Network.responseReceived" if values["response"]["status"] >= 400:
                    raise ValueError(f"{values['response']['url']} answers {values['response']['status']}.")
                case "Page.loadEventFired":
                    shown = True
        raise ValueError(f"{address} was not there after {SECONDS} seconds.")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Raises ValueError where it is not installed."""
    path = next((path for path in BROWSERS if Path(path).exists()), None)
    if path is None:
        raise ValueError("Visits are measured with Chromium, which is not installed here.")
    read, to = os.pipe()
    back, write = os.pipe()
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(  # noqa: S603
            # The browser reads from 3 and writes to 4, whatever they are here.
            [
                *("/bin/sh", "-c", f'exec "$@" 3<&{read} 4>&{write}', "sh"),
                *(path, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
                f"--user-data-dir={profile}",
            ],
            pass_fds=(read, write),
            stderr=subprocess.DEVNULL,
        )
        os.close(read)
        os.close(write)
        try:
            yield Browser(to, back)
        finally:
            os.close(to)
            os.close(back)
            process.terminate()
            process.wait(timeout=SECONDS)
