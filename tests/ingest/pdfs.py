"""Small PDFs, written by hand: a few lines of text on each page."""

from collections.abc import Mapping, Sequence
from io import BytesIO

_SPECIAL = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def make_pdf(pages: Sequence[Sequence[str]], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF of these lines, page by page, in Windows-1252; `info` is its metadata."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, lines in enumerate(pages):
        content = _content(lines)
        here = 5 + 2 * index
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % here
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    if info is not None:
        keys = " ".join(f"/{key} ({value.translate(_SPECIAL)})" for key, value in info.items())
        objects.append(f"<< {keys} >>".encode("cp1252"))
    return _file(objects, has_info=info is not None)


def _content(lines: Sequence[str]) -> bytes:
    shown = [f"({line.translate(_SPECIAL)}) Tj T*".encode("cp1252") for line in lines]
    return b"BT /F1 11 Tf 14 TL 60 780 Td\n" + b"\n".join(shown) + b"\nET"


def _file(objects: Sequence[bytes], *, has_info: bool) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    info = b" /Info %d 0 R" % len(objects) if has_info else b""
    out.write(b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (len(objects) + 1, info))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()
