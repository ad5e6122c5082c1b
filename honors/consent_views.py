"""The withdrawal of a consent in its register: who may, what will go, why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.views import DeleteView

from honors.consent import pages_that_name, pictures_that_go, withdraw
from honors.models import Consent
from pages.models import PortalPage
from pages.moderation.doors import explorable
from pages.moderation.uses import pages_before


def consents_seen_by(user: Any) -> Any:
    """Consents of profiles that `user` reads, edits, or has to sign (a queryset)."""
    return Consent.objects.filter(
        Q(honoree__in=PortalPage.objects.visible_to(user))
        | Q(honoree__in=explorable(user))
        | Q(honoree__in=pages_before(user))
    )


class ConsentPermissions(PermissionHelper):
    """A consent is withdrawn by whoever keeps the register; a withdrawn one stays as it is."""

    def user_can_inspect_obj(self, user: Any, obj: Consent) -> bool:
        seen = consents_seen_by(user).filter(pk=obj.pk).exists()
        return seen and super().user_can_inspect_obj(user, obj)

    def user_can_edit_obj(self, user: Any, obj: Consent) -> bool:
        return obj.withdrawn_at is None and super().user_can_edit_obj(user, obj)

    def user_can_delete_obj(self, user: Any, obj: Consent) -> bool:
        return self.user_can_edit_obj(user, obj)


class ConsentButtons(ButtonHelper):
    """The same buttons, under the name of what they do."""

    def delete_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        button = super().delete_button(*args, **kwargs)
        return {**button, "label": _("Withdraw"), "title": _("Withdraw this consent")}


class ReasonForm(forms.Form):
    """Why, for the audit log."""

    reason = forms.CharField(
        label=gettext_lazy("Who asked for it, and how"),
        help_text=gettext_lazy("For example: by telephone, on paper. Kept in the page's history."),
        max_length=300,
    )


class WithdrawView(DeleteView):
    """Shows what will go, and does it."""

    page_title = gettext_lazy("Withdraw consent")

    def get_meta_title(self) -> str:
        return _("Withdraw consent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """`form`, `honoree`, whether it `leaves`, its `pictures`, and `pages` to look at again."""
        consent, honoree = self.instance, self.instance.honoree
        others = honoree.consents.valid_on(timezone.localdate()).exclude(pk=consent.pk)
        named = {
            "form": ReasonForm(),
            "honoree": honoree,
            "leaves": honoree.live and not others.exists(),
            "pictures": pictures_that_go(consent),
            "pages": pages_that_name(honoree),
        }
        return super().get_context_data(**{**named, **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Withdraw; without a reason the form comes back."""
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        withdraw(self.instance, request.user, form.cleaned_data["reason"])
        messages.success(
            request, _("The consent of %(name)s is withdrawn.") % {"name": self.instance.honoree}
        )
        return redirect(self.index_url)
