"""What is measured: building and checking synthetic catalogues beside plain MkDocs + Material."""
