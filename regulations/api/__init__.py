"""The read API: documents, provisions, citations and relations for programs (docs/api.md).

Built on Wagtail's own API framework, v2, with serializers of its own: what is not written here is
not in an answer. Its v3 (drafts, tokens, writing) is not mounted.
"""
