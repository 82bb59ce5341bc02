"""How much one input may ask for. What is beyond is refused with a message, never read in part."""

from __future__ import annotations

from typing import Final

MAX_DOCUMENT_BYTES: Final = 20_000_000
"""Bytes of one document: a text file, a page, one line of JSON. A JSON-lines file as a whole has no limit."""

MAX_ARTICLE_TAGS: Final = 50_000
"""Tags of a page up to which its article is looked for with care. A page with more is read the fast way: a news
page has one to ten thousand, and careful reading costs about 20 microseconds a tag."""

MAX_TAGS: Final = 1_000_000
"""Tags beyond which a page is refused: the fast parser takes about 300 bytes of memory for each."""

MAX_TREE_DEPTH: Final = 256
"""Levels that the careful parser (libxml2) takes; a deeper page is read the fast way."""

MAX_DEPTH: Final = 5_000
"""Levels of nested elements beyond which a page is refused: the fast parser's time grows with their square."""

MAX_ATTRIBUTES: Final = 5_000
"""Attributes of one element beyond which a page is refused, for the same reason."""

MAX_TAG_NAMES: Final = 10_000
"""Different element names beyond which a page is refused, for the same reason."""

MAX_TITLE: Final = 500
"""Code points of a page's title; what is longer is no title."""

MAX_PDF_PAGES: Final = 2_000
"""Pages of a PDF beyond which it is refused."""

MAX_PDF_CHARACTERS: Final = 5_000_000
"""Characters on all pages of a PDF beyond which it is refused."""

MAX_DOCX_XML: Final = 50_000_000
"""Bytes that the text of a DOCX unpacks to, beyond which it is refused: a small file can unpack to anything."""

MAX_MAIL_PARTS: Final = 200
"""Parts of a mail beyond which it is refused."""

MAX_MAIL_DEPTH: Final = 5
"""Mails within mails beyond which the inner ones are refused."""
