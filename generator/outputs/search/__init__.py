"""The site's search: what it looks through, and how it understands Dutch."""

from generator.outputs.search.publish import assets, pages

__all__ = ["assets", "pages"]
