"""Pictures of pages as a scanner makes them, drawn in a font of the system."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from extraction.formats.scan import tesseract

DPI = 300
FONTS = ("LiberationSerif-Regular.ttf", "DejaVuSerif.ttf", "times.ttf", "Tinos-Regular.ttf")

needs_tesseract = pytest.mark.skipif(
    not tesseract.is_installed(), reason="Tesseract with Vietnamese is not installed"
)


def font(size=13):
    """A serif font with Vietnamese letters."""
    for name in FONTS:
        try:
            return ImageFont.truetype(name, round(size * DPI / 72))
        except OSError:
            continue
    pytest.skip("no serif font with Vietnamese letters is installed")


class Sheet:
    """A page of A4 in colour, points from the upper left corner."""

    def __init__(self):
        self.picture = Image.new("RGB", (2480, 3508), "white")
        self._pen = ImageDraw.Draw(self.picture)

    def text(self, words, x, y, size=12):
        """Words whose line stands y below the top."""
        place = x * DPI / 72, y * DPI / 72
        self._pen.text(place, words, fill="black", font=font(size), anchor="ls")
        return self

    def hand(self, x, y, colour="black", height=15):
        """A number by hand: uneven strokes that go over the line."""
        at = DPI / 72
        for place, (rise, fall) in enumerate(((0, 3), (2, 4), (-2, 2))):
            left, top, bottom = x + place * 7, y - height + rise, y + fall
            points = [(left, top), (left + 5, top - 2), (left + 1, bottom - 6), (left + 5, bottom)]
            self._pen.line([(a * at, b * at) for a, b in points], colour, 7, "curve")
        return self

    def head(self, number="12", day="05"):
        """The head of a plan; number and day may be left open."""
        self.text("ỦY BAN NHÂN DÂN", 95, 70).text("PHƯỜNG YÊN NGHĨA", 93, 86)
        self.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 265, 70)
        self.text("Độc lập - Tự do - Hạnh phúc", 310, 86)
        self.text("Số:", 100, 116).text(number, 122, 116).text("/KH-UBND", 150, 116)
        self.text("Hà Đông, ngày", 295, 116).text(day, 385, 116)
        self.text("tháng 3 năm 2026", 404, 116)
        self.text("KẾ HOẠCH", 270, 150).text("Tổ chức phong trào thi đua năm 2026", 200, 168)
        for place in range(6):
            words = "Các đơn vị trực thuộc tổ chức thực hiện phong trào thi đua."
            self.text(words, 110, 210 + place * 18)
        return self

    def save(self, path, angle=0.0, **options):
        turned = self.picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white")
        turned.save(path, dpi=(DPI, DPI), **options)
        return path
