"""What each page of the site shows: plain values for the templates, and the list of all pages."""

from hcgen.pages.composer import Composer
from hcgen.pages.site import Page, Site, plan_site

__all__ = ["Composer", "Page", "Site", "plan_site"]
