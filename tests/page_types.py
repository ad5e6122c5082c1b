"""What Wagtail tests of a page type for free, with the form data that its editor would send."""

from __future__ import annotations

from typing import Any

from django.forms import BaseModelForm
from wagtail.blocks import StreamBlock
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.builders import make_user


def edit_form_data(page: Any) -> dict[str, Any]:
    """The fields of the page's edit form as they are, bodies and lists empty."""
    form = page.get_edit_handler().get_form_class()(instance=page)
    fields = {name: _value(form, name) for name in form.fields}
    fields = {name: value for name, value in fields.items() if value is not None}
    for name in form.formsets:
        fields[name] = inline_formset([])
    return nested_form_data(fields)


def _value(form: BaseModelForm, name: str) -> Any:
    if isinstance(getattr(form.fields[name], "block", None), StreamBlock):
        return streamfield([])
    value = form[name].value()
    # A rich text field takes its own notation; an empty one is valid for each of them here.
    is_rich = "draftail" in type(form.fields[name].widget).__name__.lower()
    return "null" if is_rich else value


class PageTypeTestCase(WagtailPageTestCase):
    """Adds one assertion: a page can be seen, edited and previewed by an administrator."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.admin = make_user("quan-tri", is_superuser=True)

    def assertWorksForAdministrator(self, page: Any) -> None:  # noqa: N802 - as unittest names them
        self.client.force_login(self.admin)
        self.assertPageIsRoutable(page)
        self.assertPageIsRenderable(page, user=self.admin)
        data = edit_form_data(page)
        self.assertPageIsEditable(page, post_data=data, user=self.admin)
        self.assertPageIsPreviewable(page, post_data=data, user=self.admin)
