from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegulationsConfig(AppConfig):
    name = "regulations"
    verbose_name = _("Regulations")

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save
        from wagtail import hooks
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from regulations import signal_handlers
        from regulations.file_versions import ledger
        from regulations.intake.keeping import keeps_file
        from regulations.linked.menu import register_hooks
        from regulations.review import basis, ending, lacking, register

        page_published.connect(signal_handlers.on_published, dispatch_uid="regulations")
        page_unpublished.connect(signal_handlers.on_unpublished, dispatch_uid="regulations")
        post_page_move.connect(signal_handlers.on_moved, dispatch_uid="regulations")
        post_save.connect(signal_handlers.on_saved, dispatch_uid="regulations-readers")
        relation = self.get_model("Relation")
        post_save.connect(signal_handlers.on_relation_saved, relation, dispatch_uid="regulations")
        post_delete.connect(
            signal_handlers.on_relation_deleted, relation, dispatch_uid="regulations"
        )
        hooks.register("keeps_file", keeps_file)
        for reason in (*basis.REASONS, *ending.REASONS, *lacking.REASONS):
            register(reason)
        register_hooks()
        hooks.register("keeps_file", ledger.keeps_file)
