"""Hand-written pages: read once, checked, and published like every other page."""

from generator.written.checks import check_places
from generator.written.counting import counted
from generator.written.publish import publish
from generator.written.reading import PAGES_FOLDER, read_pages

__all__ = ["PAGES_FOLDER", "check_places", "counted", "publish", "read_pages"]
