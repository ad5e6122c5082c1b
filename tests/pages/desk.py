"""What people do at the editor's desk, as their browser does it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html

from tests.builders import make_news


def at_desk(user: Any) -> Client:
    """A browser in which `user` is signed in."""
    browser = Client()
    browser.force_login(user)
    return browser


def edit_url(page: Any) -> str:
    """The address of the page's editor."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def open_editor(browser: Client, page: Any) -> Any:
    """The form of the editor as the browser would send it back untouched (a QueryDict)."""
    response = browser.get(edit_url(page))
    assert response.status_code == 200, response.headers
    form = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    for name in list(form):
        # Browsers drop the line break after <textarea>.
        form.setlist(name, [value.removeprefix("\n") for value in form.getlist(name)])
    form |= {f"{name}-count": "0" for name in ("body", "figures", "results")}
    return form


def send(browser: Client, page: Any, form: Any, **changes: str) -> Any:
    """Send the editor's form with `changes`; underscores stand for hyphens."""
    form = form.copy()
    for name, value in changes.items():
        form[name.replace("__", "-")] = value
    return browser.post(edit_url(page), form)


def save(user: Any, page: Any, **changes: str) -> Any:
    """Open the editor, change, press Save."""
    browser = at_desk(user)
    return send(browser, page, open_editor(browser, page), **changes)


def submit(user: Any, page: Any, **changes: str) -> Any:
    """Open the editor and hand the text in."""
    return save(user, page, action__submit="1", **changes)


def act(
    user: Any,
    page: Any,
    action: str,
    comment: str = "",
    form: Any = None,
    browser: Client | None = None,
) -> Any:
    """Sign ("approve") or return ("reject") in the editor; browser: of `user`, else a new one."""
    browser = browser or at_desk(user)
    form = form or open_editor(browser, page)
    return send(
        browser,
        page,
        form,
        action__workflow__action="true",
        workflow__action__name=action,
        workflow__action__extra__data=json.dumps({"comment": comment}),
    )


def sign(user: Any, page: Any, form: Any = None) -> Any:
    """Sign in the editor."""
    return act(user, page, "approve", form=form)


def send_back(user: Any, page: Any, reason: str) -> Any:
    """Return in the editor."""
    return act(user, page, "reject", comment=reason)


def sign_by_address(user: Any, page: Any, action: str = "approve", **data: str) -> Any:
    """A POST to the address of the act, without the editor: a forged one, perhaps."""
    state = page.workflow_states.latest("created_at").current_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return at_desk(user).post(url, data)


def step_of(page: Any) -> str | None:
    """The name of the step that the page waits at."""
    page.refresh_from_db()
    task = type(page).objects.get(pk=page.pk).current_workflow_task
    return task.name if task else None


def is_live(page: Any) -> bool:
    """Whether the page is published now."""
    return type(page).objects.get(pk=page.pk).live


def said(response: Any) -> str:
    """The messages above the page that a response shows or leads to."""
    return " ".join(str(message) for message in response.wsgi_request._messages)


def scheduled(title: str):
    """A page that was approved for a time that has come."""
    page = make_news(title, live=False)
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.save(update_fields=["approved_go_live_at"])
    return page
