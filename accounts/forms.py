"""Forms of the sign-in pages."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """User name and password; one message for every failure, so that no account is betrayed."""

    error_messages = {
        "invalid_login": _(
            "The user name or the password is not right. Check both; upper and lower case differ."
        ),
        "inactive": _(
            "The user name or the password is not right. Check both; upper and lower case differ."
        ),
    }
