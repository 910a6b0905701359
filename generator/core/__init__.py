"""The kernel: located YAML in, clean records and finished pages out. It knows no kind and no engine."""
