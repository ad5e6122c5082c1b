"""Pages with real photographs, not drawings: what a telephone loads before it scrolls."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from pages.models import PortalImage
from tests.builders import make_campaign, make_consent, make_home, make_honoree, make_news
from tests.home.weighing import weigh

WIDTH, HEIGHT = 1560, 1040
# Of the coarsest layer; each further one is twice as fine and counts half as much, as in nature.
COARSEST, LAYERS = 6, 7


def photograph(seed: int) -> PortalImage:
    """Detail of every size in colour, as hard to pack as a photograph of a class at work."""
    chance = random.Random(seed)
    whole = Image.new("RGB", (WIDTH, HEIGHT), "gray")
    for layer in range(LAYERS):
        size = (COARSEST * 2**layer, COARSEST * 2**layer * HEIGHT // WIDTH)
        fine = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
        share = 1.0 if layer == 0 else 0.5**layer
        whole = Image.blend(whole, fine.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), share)
    data = BytesIO()
    whole.save(data, "JPEG", quality=90)
    file = ContentFile(data.getvalue(), name=f"anh-{seed}.jpg")
    return PortalImage.objects.create(title=f"Ảnh {seed}", description="Lớp học", file=file)


@pytest.fixture
def addresses(db):
    """Pages that begin with a photograph, and the lists of them."""
    home = make_home()
    stories = [make_news(f"Tin {number}", cover=photograph(number)) for number in range(4)]
    portrait = photograph(9)
    honorees = [make_honoree(f"Hoa Sen {number}", portrait=portrait) for number in range(6)]
    for honoree in honorees:
        make_consent(honoree, includes_photo=True)
    campaign = make_campaign(cover=photograph(8))
    pages = (home, stories[0], honorees[0], campaign)
    return [*(page.url for page in pages), "/tin-tuc/", "/bang-vang/"]


def test_the_first_view_stays_light_with_photographs(client, addresses):
    weights = {address: weigh(client, address) for address in addresses}
    assert all(weight.pictures for weight in weights.values())
    assert {address: over for address, one in weights.items() if (over := one.over_budget())} == {}
