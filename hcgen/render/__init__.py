"""Turns Markdown into fragments: sanitised HTML whose links are still open."""

from hcgen.render.fragment import Fragment, FragmentLink, Heading
from hcgen.render.links import Destination, LinkKind, resolve_target
from hcgen.render.rendering import Renderer, RenderOptions, render_options

__all__ = [
    "Destination",
    "Fragment",
    "FragmentLink",
    "Heading",
    "LinkKind",
    "RenderOptions",
    "Renderer",
    "render_options",
    "resolve_target",
]
