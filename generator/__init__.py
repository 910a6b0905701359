"""Vormingswijzer: from records about teachers' professional development to a searchable site."""
