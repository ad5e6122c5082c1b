"""Addresses of the pages beside documents that are published when the ledger takes them in."""

from __future__ import annotations

from django.conf import settings
from django.db import migrations


def note_addresses(apps, schema_editor):
    """Of all published pages but profiles, which leave none (decision 0004)."""
    Site = apps.get_model("wagtailcore", "Site")
    PortalPage = apps.get_model(settings.WAGTAIL_PAGE_MODEL)
    ServedAddress = apps.get_model("regulations", "ServedAddress")
    profiles = {"content_type__app_label": "honors", "content_type__model": "honoreepage"}
    published = PortalPage.objects.filter(live=True).exclude(**profiles)
    for site in Site.objects.select_related("root_page"):
        root = site.root_page.url_path
        below = published.filter(path__startswith=site.root_page.path)
        rows = [
            ServedAddress(page_id=pk, path=f"/{path.removeprefix(root)}")
            for pk, path in below.values_list("pk", "url_path").iterator()
        ]
        ServedAddress.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("regulations", "0050_records_in_lists"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [migrations.RunPython(note_addresses, migrations.RunPython.noop)]
