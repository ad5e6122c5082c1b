"""The portal as schema.org's WebSite."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.urls import reverse

from pages.structured_data.statements import known, publisher_of


def web_site(page: Any, context: Any) -> dict[str, Any]:
    """The site whose front door `page` is.

    context: `portal_settings`, `social_accounts` and `logo`, all printed at its foot.
    """
    ours = context["portal_settings"]
    owner = {
        **publisher_of(context),
        **known(
            telephone=ours.phone,
            email=ours.email,
            address=ours.address,
            sameAs=[account.url for account in context["social_accounts"]],
        ),
    }
    search = urljoin(page.full_url, reverse("search:search"))
    return known(
        type="WebSite",
        url=page.full_url,
        name=ours.shown_name,
        inLanguage="vi",
        publisher=owner,
        potentialAction={
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"},
            "query-input": "required name=words",
        },
    )
