"""WARC archives made for the tests, record by record. The pages are those of `saved_pages`."""

from __future__ import annotations

import gzip
import io
import zipfile

DAY = "2022-06-01T08:00:00Z"


def record(
    url: str,
    body: bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
    encoding: str | None = None,
) -> bytes:
    """One record with an HTTP answer in it."""
    packed = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{packed}Content-Length: {len(body)}\r\n\r\n"
    block = answer.encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(block):012d}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {DAY}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """The records as WARC.GZ has them, each packed for itself."""
    return b"".join(gzip.compress(one) for one in records)


def wacz(**archives: bytes) -> bytes:
    """A WACZ with these archives ("data_warc_gz" stands for "archive/data.warc.gz")."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("datapackage.json", '{"profile": "data-package", "wacz_version": "1.1.1"}')
        for name, data in archives.items():
            file.writestr(f"archive/{name.replace('_', '.')}", data)
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
    return buffer.getvalue()
