"""Writes the seeds of fuzzing: `python tests/fuzz/plant.py`. They are kept, so that a case of old stays the same case.

Only when new seeds are wanted is this run again; a text that is there by its name keeps its words.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import yaml
from archives import record
from papers import lines, paragraph, pdf
from saved_pages import linked, page

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
PAGES = HERE.parent.parent / "examples"
OPEN = ("open.jsonl", "open2.jsonl", "links.jsonl", "statements/said.jsonl", "events.jsonl")
"""What may be looked at: the project's own texts, none that is held back."""
PIECE = 420
"""Code points of a piece of a gold text: a mutant is then read in some ten milliseconds."""
SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DAY = (2021, 5, 4, 8, 30, 0)


# --- texts ------------------------------------------------------------------------------------------------------------


def texts() -> Iterator[dict[str, Any]]:
    """Each with `name`, `lang`, `published` and `text`."""
    written = yaml.safe_load((HERE / "seeds" / "written.yaml").read_text())
    for lang, several in written.items():
        for number, text in enumerate(several):
            yield {"name": f"written-{lang}-{number:02}", "lang": lang, "published": "2021-05-04", "text": text}
    for file in OPEN:
        for line in (GOLD / file).read_text().splitlines() if (GOLD / file).is_file() else ():
            row = json.loads(line)
            lang, published = row.get("lang", "en"), row.get("published")
            yield {"name": row["id"], "lang": lang, "published": published, "text": piece(row["text"], row["id"])}


def piece(text: str, name: str) -> str:
    """The beginning of the text, or, of every second one, a piece from within, cut between sentences."""
    ends = [match.end() for match in re.finditer(r"[.!?]\s+|\n+", text)]
    late = [end for end in ends if len(text) - end > PIECE // 2]
    start = late[len(late) // 2] if late and int(re.sub(r"\D", "", name) or 0) % 2 else 0
    return text[start : max((end for end in ends if end <= start + PIECE), default=start + PIECE)].rstrip()


# --- files ------------------------------------------------------------------------------------------------------------


def files(told: Sequence[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of files of every kind, made of the texts."""
    rich = [row for row in told if len(row["text"]) > 100]
    for number in range(12):
        rows = rich[number * 5 : number * 5 + 3]
        for ending, make in MAKERS.items():
            yield f"{number:02}.{ending}", make(rows, number)
    for path in sorted(path for path in PAGES.rglob("*") if path.suffix == ".html"):
        yield f"{path.stem}.html", path.read_bytes()


def html(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    """Pages of many shapes: with linked data, tables, lists, line breaks, no end tags."""
    words = [part for row in rows for part in row["text"].splitlines() if part.strip()]
    shape = number % 6
    if shape == 0:
        return page(*words, head=linked(datePublished="2021-05-04", articleBody=words[0]))
    if shape == 1:
        cells = "".join(f"<tr><th>{a}<td>{b}" for a, b in (("Killed", "12"), ("Injured", "1,204"), ("Houses", "9")))
        return page(*words, before=f"<table>{cells}</table>", after="<aside><h3>Latest News</h3><p>5 dead</aside>")
    if shape == 2:
        items = "".join(f"<li>{one}" for one in words)
        return f"<html lang=en><meta charset=latin-1><title>x</title><ul>{items}</ul>".encode("latin-1", "replace")
    if shape == 3:
        return ("<html><body><div>" + "<br><br>".join(words) + "</div><figure><figcaption>12 dead").encode()
    if shape == 4:
        dated = '<meta property="article:published_time" content="2021-05-04T08:30:00+02:00">'
        return page(*words, head=dated).decode().encode("utf-16")
    return page(*[f"<b>{one[:9]}</b>{one[9:]}<script>var a = '</p>';</script>" for one in words], title=None)


def txt(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    return "\n\n".join(row["text"] for row in rows).encode(
        ("utf-8", "utf-16", "cp1252", "utf-8-sig")[number % 4], "replace"
    )


def jsonl(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    key = ("text", "html")[number % 2]
    return b"".join(
        json.dumps({"id": row["name"], key: row["text"], **{of: row[of] for of in ("lang", "published")}}).encode()
        + b"\n"
        for row in rows
    )  # fmt: skip


def table(rows: Sequence[dict[str, Any]], number: int, delimiter: str = ",") -> bytes:
    quoted = ['"' + row["text"].replace('"', '""') + '"' for row in rows]
    listed = [delimiter.join((row["name"], text, "2021-05-04", "en")) for row, text in zip(rows, quoted, strict=True)]
    return "\r\n".join([delimiter.join(("id", "text", "date", "lang")), *listed]).encode()


def tsv(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    return table(rows, number, "\t")


def rss(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    if number % 2:
        items = "".join(
            f"<entry><title>{one['name']}</title><updated>2021-05-04T08:30:00Z</updated><link href='https://a.example/{n}'/>"
            f"<content type='html'>{escaped(one['text'])}</content></entry>"
            for n, one in enumerate(rows)
        )
        return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Seld</title>{items}</feed>".encode()
    items = "".join(
        f"<item><title>{one['name']}</title><pubDate>Tue, 04 May 2021 08:30:00 GMT</pubDate>"
        f"<description><![CDATA[<p>{escaped(one['text'])}</p>]]></description></item>"
        for one in rows
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Seld</title>{items}</channel></rss>".encode()


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def relief_web(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    body = ("body", "body-html")[number % 2]
    reports = [
        {"id": row["name"], "fields": {"title": row["text"][:40], body: row["text"],
         "date": {"original": "2021-05-04T00:00:00+00:00"},
         "source": [{"name": "Seld Office"}], "language": [{"code": "en"}]}}
        for row in rows
    ]  # fmt: skip
    return json.dumps({"href": "https://api.reliefweb.int/v1/reports", "data": reports}, ensure_ascii=False).encode()


def telegram(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    messages = [
        {"id": n, "type": "message", "date": "2021-05-04T08:30:00",
         "text": row["text"] if n % 2 else [row["text"], {"type": "bold", "text": "!"}]}
        for n, row in enumerate(rows)
    ]  # fmt: skip
    return json.dumps({"name": "Seld", "type": "public_channel", "id": 7, "messages": messages}).encode()


def eml(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = (
        "desk@relief.example",
        "all@relief.example",
        rows[0]["text"][:30].split("\n")[0],
    )
    made["Date"], made["Message-ID"] = "Tue, 04 May 2021 08:30:00 +0200", "<1@relief.example>"
    made.set_content(rows[0]["text"], cte=("8bit", "quoted-printable", "base64")[number % 3])
    if number % 2:
        made.add_alternative(html(rows[1:2], 1).decode(), subtype="html")
        made.set_boundary("==edge==")
    return made.as_bytes()


def mbox(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    return b"".join(b"From a@relief.example Tue May  4 08:30:00 2021\n" + eml([row], 0) + b"\n" for row in rows)


def warc(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    return b"".join(records(rows, number))


def records(rows: Sequence[dict[str, Any]], number: int) -> Iterator[bytes]:
    for n, row in enumerate(rows):
        packed = n % 2 == number % 2
        body = html([row], n + number)
        yield record(
            f"https://a.example/{n}",
            gzip.compress(body, mtime=0) if packed else body,
            encoding="gzip" if packed else None,
        )


def warc_gz(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records(rows, number))


def archive(**members: bytes) -> bytes:
    """A zip file, the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_dot_", "."), DAY), data)
    return buffer.getvalue()


def wacz(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    described = b'{"profile": "data-package", "wacz_version": "1.1.1"}'
    name = ("archive__data_dot_warc_dot_gz", "archive__data_dot_warc")[number % 2]
    return archive(datapackage_dot_json=described, **{name: (warc_gz, warc)[number % 2](rows, number)})


def docx(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    parts = [paragraph(escaped(part)) for row in rows for part in row["text"].splitlines() if part.strip()]
    if number % 2:
        parts.append(f"<w:tbl><w:tr><w:tc>{parts[0]}</w:tc><w:tc>{parts[-1]}</w:tc></w:tr></w:tbl>")
    document = f"<w:document {SPACES}><w:body>{''.join(parts)}</w:body></w:document>".encode()
    return archive(**{"[Content_Types]_dot_xml": b"<Types/>", "word__document_dot_xml": document})


def papers(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    """PDF: what Latin-1 holds of the texts, line by line, in one column or in two."""
    pages = []
    for row in rows:
        words = re.sub(r"[()\\]", "", row["text"].encode("latin-1", "replace").decode("latin-1"))
        cut = re.findall(r"\S.{0,70}(?:\s|$)", words.replace("\n", " "))
        half = len(cut) // 2
        left, right = (cut[:half], cut[half:]) if number % 2 else (cut, [])
        pages.append([*lines(*left, size=8), *((w, 310, y, s) for w, _, y, s in lines(*right, size=8))])
    return pdf(*pages, title="Seld" if number % 3 else None)


def parquet(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    from pyarrow import BufferOutputStream, Table
    from pyarrow.parquet import write_table

    sink = BufferOutputStream()
    columns = {key: [row[key] for row in rows] for key in ("name", "text", "published")}
    write_table(Table.from_pydict(columns), sink, compression=("none", "gzip")[number % 2], use_dictionary=False)
    return bytes(sink.getvalue().to_pybytes())


def url_list(rows: Sequence[dict[str, Any]], number: int) -> bytes:
    return b"# pages\n" + b"".join(f"https://a.example/{row['name']}?n={number}\n".encode() for row in rows)


MAKERS = {
    "html": html, "txt": txt, "jsonl": jsonl, "csv": table, "tsv": tsv, "xml": rss, "reports.json": relief_web,
    "result.json": telegram, "eml": eml, "mbox": mbox, "warc": warc, "warc.gz": warc_gz, "wacz": wacz, "docx": docx,
    "pdf": papers, "parquet": parquet, "urls.txt": url_list,
}  # fmt: skip


def main() -> None:
    told = list(texts())
    with (HERE / "seeds" / "texts.jsonl").open("w") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in told)
    with (HERE / "seeds" / "files.jsonl").open("w") as out:
        for name, data in files(told):
            out.write(json.dumps({"name": name, "base64": base64.b64encode(data).decode()}) + "\n")


if __name__ == "__main__":
    main()
