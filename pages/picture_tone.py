"""The colour a picture is mostly made of, out of a few: the ground it stands on until it is there.

A class per colour, no inline style: `static/css/components/tone.css` says how each looks.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image as Pillow

# By name, as red, green and blue; the same as the tokens `--tone-…`.
TONES: dict[str, tuple[int, int, int]] = {
    "night": (43, 38, 34),
    "stone": (128, 122, 115),
    "paper": (233, 225, 210),
    "lacquer": (140, 40, 38),
    "rose": (214, 158, 148),
    "clay": (150, 96, 62),
    "sand": (214, 180, 134),
    "gold": (214, 166, 66),
    "leaf": (88, 122, 72),
    "mint": (172, 200, 176),
    "lake": (58, 110, 116),
    "indigo": (44, 76, 118),
    "sky": (168, 196, 214),
    "plum": (104, 72, 110),
}
SIDE = 32
CLUSTERS = 6


def tone_of(content: bytes) -> str:
    """The name in `TONES` nearest to the colour that covers most of the picture.

    Empty for a picture with see-through parts: a ground would stay behind it.
    Raises OSError for bytes that are no picture.
    """
    with Pillow.open(BytesIO(content)) as picture:
        if picture.has_transparency_data:
            return ""
        small = picture.convert("RGB").resize((SIDE, SIDE), Pillow.Resampling.BOX)
    clustered = small.quantize(CLUSTERS)
    _, place = max(clustered.getcolors())
    most = clustered.getpalette()[3 * place : 3 * place + 3]

    def distance(name: str) -> int:
        return sum((one - other) ** 2 for one, other in zip(TONES[name], most, strict=True))

    return min(TONES, key=distance)
