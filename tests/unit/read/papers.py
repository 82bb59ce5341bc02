"""PDF and DOCX files made for the tests: small, and written by hand so that each byte of them is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

Placed = tuple[str, int, int, int]
"""Words, their left edge and their foot in points, their size."""


def pdf(*pages: Sequence[Placed], title: str | None = None) -> bytes:
    """A PDF whose pages hold words at given places, in Helvetica."""
    count = len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "".join(f"BT /F1 {size} Tf {left} {foot} Td ({words}) Tj ET\n" for words, left, foot, size in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    objects.append(f"<< /Title ({title}) >>" if title else "<< >>")
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, words in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out + f"startxref\n{table}\n%%EOF\n".encode())


def lines(*words: str, top: int = 760, size: int = 11, leading: int = 14) -> list[Placed]:
    """Words one below the other, from `top` downwards."""
    return [(one, 60, top - leading * number, size) for number, one in enumerate(words)]


SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(words: str, style: str | None = None) -> str:
    """A paragraph of a DOCX in two runs, as word processors split them."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(words) // 2
    runs = "".join(f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in (words[:half], words[half:]))
    return f"<w:p>{named}{runs}</w:p>"


def docx(*body: str, title: str | None = None) -> bytes:
    """A DOCX with this XML as its body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>")
        core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title or ""}</dc:title></c>'
        file.writestr("docProps/core.xml", core)
    return buffer.getvalue()
