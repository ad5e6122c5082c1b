"""What the sample site has none of: the rarer states of pages, for the eyes of axe."""

from __future__ import annotations

import datetime as dt
import json

from django.contrib.auth.tokens import default_token_generator
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.models import WorkflowState

from accounts.audience import Audience
from accounts.models import User
from honors.models import Consent
from organizations.models import Organization
from pages.models import PortalDocument, PortalPage
from regulations.models import Annex, Relation
from regulations.to_read.acts import confirm, text_of
from tests.builders import (
    make_award,
    make_campaign,
    make_decision,
    make_news,
    make_picture,
    make_plan,
    make_regulation,
    make_user,
)
from tests.journeys.alike import alike
from tests.journeys.incoming import incoming
from tests.journeys.searched import searched
from tests.journeys.tied import tied
from tests.journeys.walks import DRAFT, DRAFTS, PLAN, PLANNED

PUBLIC = {"audience": Audience.PUBLIC}
REFORM = dt.date(2025, 7, 1)


def prepare() -> dict[str, str]:
    """Make the states; returns their addresses by name."""
    for number in range(12):
        make_news(f"Tin thứ {number}")
    user = make_user("quen-mat-khau", "Staff")
    make_user("bi-khoa", "Staff")
    uid, token = (
        urlsafe_base64_encode(force_bytes(user.pk)),
        default_token_generator.make_token(user),
    )
    walked()
    consent = Consent.objects.filter(honoree__portrait__isnull=False).first()
    return {
        **documents(),
        **alike(),
        **incoming(User.objects.get(username="bien-tap")),
        **tied(),
        **to_be_read(),
        **searched(),
        "all blocks": story_of_all_blocks().url,
        "council": make_news("Chuyện của Hội đồng", audience=Audience.COUNCIL).url,
        "new password": reverse("accounts:password_reset_confirm", args=[uid, token]),
        "withdraw consent": f"/quan-tri/honors/consent/delete/{consent.pk}/",
        "new user": reverse("wagtailusers_users:add"),
        "edit user": reverse("wagtailusers_users:edit", args=[user.pk]),
        "edit profile": reverse("wagtailadmin_pages:edit", args=[consent.honoree_id]),
        "edit page": reverse("wagtailadmin_pages:edit", args=[texts_in_moderation()]),
    }


def documents() -> dict[str, str]:
    """A replaced document of an ended issuer, two with one number, a decision that takes back."""
    office = Organization.objects.named("Phòng GDĐT quận Hà Đông").get()
    old, new = (
        make_regulation(
            f"Quy chế năm {year}",
            number="5/QC-TRUNG",
            issued_on=dt.date(year, 3, 1),
            issuer=office,
            text="Điều 1. Như trên",
            **PUBLIC,
        )
        for year in (2024, 2025)
    )
    Relation.objects.create(source=new, target=old, kind="replaces", takes_effect_on=REFORM)
    file = PortalDocument.objects.create(title="Phụ lục", file=ContentFile(b"a", name="a.txt"))
    Annex.objects.create(page=old, title="Phụ lục", file=file)
    giving, taking = (make_decision(title, **PUBLIC) for title in ("Tặng", "Thu hồi"))
    make_award(giving, "Người được rút", revoked_by=taking)
    changed = changed_by(new)
    return {
        "replaced": old.url,
        "changed": f"{changed.url}?ngay=2026-01-01",
        "list of a day": "/quyet-dinh/?ngay=2026-06-01&hieu-luc=in-force",
        "wrong day": "/tim-kiem/?q=thi+dua&ngay=hom-qua",
        "takes back": taking.url,
        "several": "/so/5/QC-TRUNG/",
        "comparison": f"/so-sanh/?a={old.pk}&b={new.pk}",
        "whole comparison": f"/so-sanh/?a={old.pk}&b={changed.pk}&tat-ca=1",
        "what to compare": f"/so-sanh/?b={new.pk}",
        "compare which": "/so-sanh/?a=5/QC-TRUNG&b=9/QC-KHONG",
    }


def to_be_read() -> dict[str, str]:
    """Documents that staff must read: one overdue, one that the staff account has confirmed."""
    overdue, read = (
        make_regulation(
            f"Quy định phải đọc {number}", text="Điều 1. Như trên", acknowledge_by=REFORM
        )
        for number in range(2)
    )
    staff = User.objects.get(username="can-bo")
    stored = PortalPage.objects.get(pk=read.pk)
    confirm(stored.record, staff, text_of(stored.specific))
    return {
        "document to be read": overdue.url,
        "document already read": read.url,
        "who has read it": reverse("regulations:readers", args=[read.pk]),
    }


def changed_by(new):
    """A document in force of which every kind of relation says something at its place."""
    changed = make_regulation(
        "Quy chế được sửa đổi",
        number="6/QC-TRUNG",
        issued_on=dt.date(2024, 3, 1),
        text="\n".join(f"Điều {number}. Tên điều\n1. Một.\n2. Hai." for number in range(1, 9)),
        **PUBLIC,
    )
    for number, kind in enumerate(Relation.Kind.values, 1):
        Relation.objects.create(
            source=new,
            target=changed,
            kind=kind,
            provisions=f"khoản 2 Điều {number}, Điều {number + 1}",
            source_provision="Điều 1",
            takes_effect_on=REFORM,
        )
    return changed


def story_of_all_blocks():
    """A story with each kind of block."""
    file = PortalDocument.objects.create(title="Thể lệ", file=ContentFile(b"a", name="a.txt"))
    table = {
        "columns": [{"type": "text", "heading": "Tổ"}],
        "rows": [{"values": ["Mẫu giáo lớn"]}],
        "caption": "Các tổ",
    }
    blocks = [
        ("paragraph", "<h2>Việc đã làm</h2><p>Như trên.</p>"),
        ("figure", {"image": make_picture().pk, "caption": "Một ảnh"}),
        ("quote", {"text": "Một lời", "attribution": "Một người"}),
        ("table", table),
        ("document", file.pk),
        ("page", make_news("Tin được dẫn").pk),
    ]
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return make_news("Tin có đủ mọi khối", body=body)


def walked() -> None:
    """What the journeys come by: a public campaign with its plan, and drafts of the editor."""
    make_campaign(PLANNED, plan=make_plan(PLAN, **PUBLIC))
    editor = User.objects.get(username="bien-tap")
    for number in range(DRAFTS):
        make_news(f"{DRAFT} {number}", live=False, owner=editor).save_revision(user=editor)


def texts_in_moderation() -> int:
    """One text of the editor returned, one under review, one draft (its number)."""
    editor, reviewer = (User.objects.get(username=name) for name in ("bien-tap", "tham-dinh"))
    returned, waiting, draft = (
        make_news(title, live=False, owner=editor) for title in ("Bị trả", "Đang chờ", "Nháp")
    )
    for page in (returned, waiting):
        page.save_revision(user=editor)
        page.get_workflow().start(page, editor)
    state = WorkflowState.objects.filter(object_id=str(returned.pk)).get()
    state.current_task_state.reject(user=reviewer, comment="Thiếu nguồn ảnh.")
    return draft.pk
