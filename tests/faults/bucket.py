"""A server that speaks S3's protocol to the real client, which tests stop and start again."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from tests.served import free_port

KEY, SECRET, BUCKET = "planner", "only/for+tests", "files"
SIGNED = re.compile(
    rf"AWS4-HMAC-SHA256 Credential={KEY}/\d{{8}}/[a-z0-9-]+/s3/aws4_request, .*Signature=[0-9a-f]{{64}}$"
)


class S3:
    """``objects`` by name; ``asked`` is what it was asked, as "PUT name"."""

    def __init__(self):
        self.objects, self.asked, self.port = {}, [], free_port()
        self.address = f"s3+http://{KEY}:only%2Ffor%2Btests@127.0.0.1:{self.port}/{BUCKET}?region=eu-west-1"
        self.start()

    def start(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), self.handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def handler(site):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                name = self.name()
                if name == "":
                    self.answer(200, site.listed(parse_qs(urlsplit(self.path).query)).encode())
                elif name in site.objects:
                    self.answer(200, site.objects[name])
                elif name is not None:
                    self.answer(404, b"<Error><Code>NoSuchKey</Code></Error>")

            do_HEAD = do_GET

            def do_PUT(self):
                octets = self.rfile.read(int(self.headers["Content-Length"]))
                if name := self.name():
                    site.objects[name] = octets
                    self.answer(200)

            def do_DELETE(self):
                if name := self.name():
                    site.objects.pop(name, None)
                    self.answer(204)

            def name(self):
                """Return the name of the object, "" for the bucket; None where it was refused."""
                bucket, _, name = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
                site.asked.append(f"{self.command} {name}")
                if bucket == BUCKET and SIGNED.match(self.headers.get("Authorization", "")):
                    return name
                self.answer(403, b"<Error><Code>AccessDenied</Code></Error>")
                return None

            def answer(self, status, octets=b""):
                self.send_response(status)
                # A server that was stopped hears nobody on a line that is open yet.
                self.send_header("Connection", "close")
                self.send_header("ETag", '"1"')
                self.send_header("Last-Modified", "Fri, 20 Jan 2023 10:00:00 GMT")
                self.send_header("Content-Length", str(len(octets)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(octets)

            def log_message(self, *args):
                """Nobody reads it."""

        return Handler

    def listed(self, query):
        prefix = query.get("prefix", [""])[0]
        within = [name.removeprefix(prefix) for name in sorted(self.objects) if name.startswith(prefix)]
        files = [name for name in within if "/" not in name]
        folders = sorted({name.partition("/")[0] for name in within if "/" in name})
        contents = "".join(f"<Contents><Key>{escape(prefix + name)}</Key></Contents>" for name in files)
        common = "".join(
            f"<CommonPrefixes><Prefix>{escape(prefix + name)}/</Prefix></CommonPrefixes>" for name in folders
        )
        return f"<ListBucketResult><IsTruncated>false</IsTruncated>{contents}{common}</ListBucketResult>"
