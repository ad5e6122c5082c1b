"""What the endpoints of the read API have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.functional import cached_property
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions
from rest_framework.authentication import SessionAuthentication
from rest_framework.fields import Field
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from wagtail.api import APIField
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from regulations.api.paging import KEYSET_ORDER, BoundedPages
from regulations.api.parameters import GREATEST_ID, Asked, Parameter

Tell = Callable[[Any, dict[str, Any]], Any]


class Told(Field):
    """A field that is what `tell(row, context)` says; nothing of the model gets in by itself."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(read_only=True)
        self.tell = tell

    def get_attribute(self, instance: Any) -> Any:
        return instance

    def to_representation(self, instance: Any) -> Any:
        return self.tell(instance, self.context)


class AlwaysJson(BaseContentNegotiation):
    """JSON, whatever a program or a browser says it likes best."""

    def select_parser(self, request: Any, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(
        self, request: Any, renderers: Any, format_suffix: Any = None
    ) -> tuple[Any, str]:
        return renderers[0], renderers[0].media_type


class ReadEndpoint(BaseAPIViewSet):
    """An endpoint that reads. Subclasses say what is visible, how it is narrowed, what is told.

    tells: field name -> how it is told; the first `brief` of them, by name, are what lists and
    references show unless asked. detail_only_fields: what costs too much in a list.
    """

    # Not HTTP Basic: a password alone must not pass beside the portal's own sign-in.
    authentication_classes = [SessionAuthentication]
    content_negotiation_class = AlwaysJson
    renderer_classes = [JSONRenderer]
    pagination_class = BoundedPages
    http_method_names = ["get", "head"]

    # Its place in addresses; Django REST framework empties `name` for itself.
    called = ""
    words: Any = ""
    # All rows of all documents are no list: which one must be said.
    needs_document = False
    tells: dict[str, Tell] = {}
    meta_tells: dict[str, Tell] = {}
    parameters: tuple[Parameter, ...] = ()
    detail_parameters: tuple[str, ...] = ("fields",)
    orders: dict[str, str] = {KEYSET_ORDER: "pk"}
    detail_only_fields: list[str] = []
    paging = (
        Parameter("limit", gettext_lazy("How many at once: 1 to 100; 20 unless asked."), "50"),
        Parameter("offset", gettext_lazy("How many to leave out, at most 10,000."), "40"),
        Parameter(
            "after", gettext_lazy("Those with a greater id; only in the order of ids."), "1200"
        ),
        Parameter(
            "fields",
            gettext_lazy("Which fields: more of them by name, all with *, only those after _."),
            "_,id,number",
        ),
    )

    @classmethod
    def own_parameters(cls) -> tuple[Parameter, ...]:
        """What narrows its lists, and the order where there is a choice."""
        order = Parameter("order", gettext_lazy("In which order; id unless asked."), "-issued_on")
        return (*cls.parameters, *([order] if len(cls.orders) > 1 else []))

    @classmethod
    def all_parameters(cls) -> tuple[Parameter, ...]:
        """Its own, and those of paging."""
        return (*cls.own_parameters(), *cls.paging)

    @classmethod
    def get_urlpatterns(cls) -> list[Any]:
        """Without Wagtail's `find`: it fails on an id that is no number."""
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            path("<int:pk>/", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    @classmethod
    def get_body_fields(cls, model: Any) -> list[APIField]:
        """Only what is told here; never a model's own `api_fields`."""
        return [APIField(name, serializer=Told(tell)) for name, tell in cls.tells.items()]

    @classmethod
    def get_meta_fields(cls, model: Any) -> list[APIField]:
        own = [APIField(name, serializer=Told(tell)) for name, tell in cls.meta_tells.items()]
        return [*own, APIField("detail_url")]

    @classmethod
    def get_listing_default_fields(cls, model: Any) -> list[str]:
        """Everything but what is for details only."""
        return [name for name in cls.get_available_fields(model) if name in cls.listed_fields()]

    @classmethod
    def listed_fields(cls) -> list[str]:
        """The names of the fields of a list, `detail_url` among them."""
        names = [*cls.meta_tells, "detail_url", *cls.tells]
        return [name for name in names if name not in cls.detail_only_fields]

    @cached_property
    def asked(self) -> Asked:
        """The parameters of the request."""
        return Asked(self.request.query_params)

    @cached_property
    def order(self) -> str:
        """The order asked for, by its name."""
        return self.asked.choice("order", self.orders) or KEYSET_ORDER

    @cached_property
    def day(self) -> dt.date:
        """The day asked about, or today."""
        return self.asked.day("ngay") or timezone.localdate()

    def listed_rows(self) -> Any:
        """What lists are cut from: the rows themselves, or what leads to them by its key."""
        return self.get_queryset()

    def narrow(self, rows: Any) -> Any:
        """`rows` by the parameters of the endpoint."""
        return rows

    def prepare(self, rows: list[Any]) -> list[Any]:
        """Fetches for all rows at once what is told of them."""
        return rows

    def listing_view(self, request: Any) -> Response:
        self.check([parameter.name for parameter in self.all_parameters()])
        if self.asked.text("after") and self.order != KEYSET_ORDER:
            raise BadRequestError(_("“after” goes with the order of ids only."))
        rows = self.narrow(self.listed_rows()).order_by(*self._sorting())
        serializer = self.get_serializer(self.prepare(self.paginate_queryset(rows)), many=True)
        return self.get_paginated_response(serializer.data)

    def detail_view(self, request: Any, pk: int) -> Response:
        self.check(self.detail_parameters)
        return super().detail_view(request, pk)

    def get_object(self) -> Any:
        """The row; Http404 whether there is none or it is not for this reader."""
        if not hasattr(self, "_cached_object"):
            pk = self.kwargs["pk"]
            found = self.get_queryset().filter(pk=pk).first() if pk <= GREATEST_ID else None
            if found is None:
                raise Http404(_("There is nothing with this id here for you."))
            (self._cached_object,) = self.prepare([found])
        return self._cached_object

    def get_serializer_class(self) -> Any:
        """Of the fields asked for. Raises BadRequestError that names those there are."""
        try:
            return super().get_serializer_class()
        except BadRequestError as error:
            raise self.fault_of_fields() from error

    def fault_of_fields(self) -> BadRequestError:
        """The sentence about `?fields=` that nobody understands."""
        names = self.get_available_fields(self.model)
        if self.action == "listing_view":
            names = self.listed_fields()
        return BadRequestError(
            _("“fields” takes * or _, and names from these with commas between them: %(names)s.")
            % {"names": ", ".join(names)}
        )

    def check(self, known: list[str] | tuple[str, ...]) -> None:
        """Raises BadRequestError for parameters that are unknown or no text."""
        self.asked.check_names(known)
        if set("()") & set(self.asked.text("fields")):
            raise self.fault_of_fields()

    def handle_exception(self, exc: Exception) -> Response:
        """Every refusal as `{"message": ...}`."""
        if isinstance(exc, exceptions.MethodNotAllowed):
            return Response({"message": _("This API only reads: use GET.")}, exc.status_code)
        return super().handle_exception(exc)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Told anew each time: what is withdrawn must be gone. Not for search engines."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        patch_vary_headers(response, ["Cookie"])
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        else:
            patch_cache_control(response, no_cache=True)
        return response

    def get_renderer_context(self) -> dict[str, Any]:
        """Without Wagtail's indentation, which is a third of the weight."""
        return super().get_renderer_context() | {"indent": None}

    def _sorting(self) -> tuple[str, ...]:
        field = self.orders[self.order]
        return (field,) if field == "pk" else (field, "-pk" if field.startswith("-") else "pk")


def stamp(response: Response, moment: dt.datetime | None) -> Response:
    """Says when the text was published. Only the ETag decides what has changed: effect and links
    also change by the passing of days and by other documents."""
    if moment is not None:
        response["Last-Modified"] = http_date(moment.timestamp())
    return response
