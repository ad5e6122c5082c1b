"""Markup that is the same for every visitor, made once while the content stays as it is."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.utils.safestring import SafeString

from pages.kept import kept
from pages.sites import site_of

register = template.Library()


@register.tag
def shared(parser: Parser, token: Token) -> SharedNode:
    """`{% shared head %}...{% endshared %}`: parts of every page that depend on nothing but the
    content, and on where in the main menu the visitor is. A signed-in reader gets them made anew.
    """
    _, name = token.split_contents()
    inside = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode(name, inside)


class SharedNode(Node):
    """The part `name`; there is one of each name."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: Any) -> SafeString:
        """The part, as it was made for the visitor before."""
        request, user = context.get("request"), context.get("user")
        site = site_of(request) if request and user is not None and user.is_anonymous else None
        if site is None:
            return self.nodelist.render(context)
        place = tuple(item.current for item in context["main_menu"])
        part = ("shared", self.name, site.pk, place)
        return kept(request, part, lambda: self.nodelist.render(context))
