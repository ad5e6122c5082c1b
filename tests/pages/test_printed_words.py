"""How templates print days, titles and numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.template import Context, Template


def printed(source, **context):
    """What a template prints, a no-break space shown as _."""
    template = Template("{% load portal_tags %}" + source)
    return template.render(Context(context)).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("moment", "form", "shown"),
    [
        (dt.date(2026, 11, 20), "", '<time datetime="2026-11-20">20/11/2026</time>'),
        (
            dt.date(2026, 11, 20),
            '"l, d/m/Y"',
            '<time datetime="2026-11-20">Thứ Sáu,_20/11/2026</time>',
        ),
        (dt.date(945, 9, 2), "", '<time datetime="0945-09-02">02/09/0945</time>'),
        # Half past eleven at night in London is the next morning in Hà Nội.
        (
            dt.datetime(2026, 11, 19, 23, 30, tzinfo=dt.UTC),
            "",
            '<time datetime="2026-11-20">20/11/2026</time>',
        ),
        (None, "", ""),
    ],
)
def test_a_day_is_told_to_readers_and_to_programs(moment, form, shown):
    assert printed(f"{{% day moment {form} %}}", moment=moment) == shown


def test_own_titles_are_set_and_still_escaped():
    title = 'Phong trào "Dạy tốt" <b>năm 2026</b>'
    shown = printed("{{ title|typeset }}", title=title)
    assert shown == "Phong trào “Dạy tốt” &lt;b&gt;năm_2026&lt;/b&gt;"


def test_official_titles_keep_their_signs():
    title = 'Sửa đổi Điều 5 về "Thi đua - Khen thưởng"'
    shown = printed("{{ title|tied }}", title=title)
    assert shown == "Sửa đổi Điều_5 về &quot;Thi đua_- Khen thưởng&quot;"


def test_a_telephone_number_stays_on_one_line():
    assert printed("{{ number|unbroken }}", number="024 0000 0000") == "024_0000_0000"
