"""`manage.py demo`: the sample site, from the real plan and statutes that the project ships."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from tqdm import tqdm

from accounts.models import User
from accounts.roles import role_name
from home.models import HomePage
from organizations.models import Organization
from portal.demo.site import build_site

# user name, family name, given name, groups, superuser
ACCOUNTS: tuple[tuple[str, str, str, tuple[str, ...], bool], ...] = (
    ("quan-tri", "Quản trị", "Viên", (), True),
    ("bien-tap", "Biên tập", "Viên", ("Editors", "Staff"), False),
    ("tham-dinh", "Thư ký", "Hội đồng", ("Reviewers", "Staff"), False),
    ("phe-duyet", "Hiệu", "Trưởng", ("Approvers", "Staff"), False),
    ("hoi-dong", "Ủy viên", "Hội đồng", ("Council", "Staff"), False),
    ("can-bo", "Giáo", "Viên", ("Staff",), False),
)


class Command(BaseCommand):
    """Make the sample site and its accounts; the passwords are random and shown once."""

    help = "Makes the sample site. Refuses when the portal already has a home page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing, without complaint, when the portal has a home page",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if HomePage.objects.exists():
            if not options["if_empty"]:
                self.stderr.write(_("The portal already has a home page; nothing was changed."))
            return
        with transaction.atomic(), tqdm(desc=_("Sample site"), unit="") as bar:
            build_site(progress=bar.update)
            passwords = make_accounts()
        self.report(passwords)

    def report(self, passwords: dict[str, str]) -> None:
        """Print the accounts; this is the only time their passwords are shown."""
        self.stdout.write("\n" + _("Sample accounts (these passwords are shown only now):"))
        for username, password in passwords.items():
            user = User.objects.get(username=username)
            roles = ", ".join(role_name(group) for group in user.groups.all())
            role = _("Administrator") if user.is_superuser else roles
            self.stdout.write(f"  {username:<12} {password:<16} {role}")
        self.stdout.write("")


def make_accounts() -> dict[str, str]:
    """Create the sample accounts; returns user name -> random password."""
    passwords = {}
    school = Organization.objects.filter(kind=Organization.Kind.SCHOOL).first()
    for username, last_name, first_name, groups, is_superuser in ACCOUNTS:
        password = secrets.token_urlsafe(9)
        user = User.objects.create_user(
            username,
            email=f"{username}@yen-hoa.example",
            password=password,
            last_name=last_name,
            first_name=first_name,
            organization=school,
            is_superuser=is_superuser,
            is_staff=is_superuser,
        )
        user.groups.set(Group.objects.filter(name__in=groups))
        passwords[username] = password
    return passwords
