"""The preview: pages made when they are asked for, and shown anew when a file is saved."""

from hcgen.preview.server import PreviewServer
from hcgen.preview.watching import watch
from hcgen.preview.workspace import Preview, Workspace

__all__ = ["Preview", "PreviewServer", "Workspace", "watch"]
