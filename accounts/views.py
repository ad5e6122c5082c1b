"""Sign-in, sign-out, password change and reset, in the portal's own look."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import logout, views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from accounts.forms import SignInForm

EDITING_GROUPS = frozenset({"Editors", "Reviewers", "Approvers"})


class SignInView(views.LoginView):
    """The one sign-in page; Wagtail's own leads here as well."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = False

    def get_default_redirect_url(self) -> str:
        """Editors, reviewers and approvers go to the admin; everybody else where settings say."""
        user = self.request.user
        if user.is_superuser or user.group_names & EDITING_GROUPS:
            return reverse("wagtailadmin_home")
        return super().get_default_redirect_url()


@method_decorator(never_cache, name="dispatch")
class SignOutView(TemplateView):
    """GET asks, POST signs out: a link in a mail must not end a session."""

    template_name = "accounts/sign_out.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        logout(request)
        return redirect("accounts:signed_out")


class SignedOutView(TemplateView):
    """The confirmation."""

    template_name = "accounts/signed_out.html"


class PasswordChangeView(views.PasswordChangeView):
    """A new password for the one in use."""

    template_name = "accounts/password_change.html"
    success_url = reverse_lazy("accounts:password_change_done")


class PasswordChangeDoneView(views.PasswordChangeDoneView):
    """The confirmation."""

    template_name = "accounts/password_change_done.html"


class PasswordResetView(views.PasswordResetView):
    """A link by mail; the answer is the same whether the address is known or not."""

    template_name = "accounts/password_reset.html"
    email_template_name = "accounts/mail/password_reset.txt"
    subject_template_name = "accounts/mail/password_reset_subject.txt"
    success_url = reverse_lazy("accounts:password_reset_sent")


class PasswordResetSentView(views.PasswordResetDoneView):
    """The confirmation."""

    template_name = "accounts/password_reset_sent.html"


class PasswordResetConfirmView(views.PasswordResetConfirmView):
    """The new password, behind the link of the mail."""

    template_name = "accounts/password_reset_confirm.html"
    success_url = reverse_lazy("accounts:password_reset_complete")


class PasswordResetCompleteView(views.PasswordResetCompleteView):
    """The confirmation."""

    template_name = "accounts/password_reset_complete.html"
