"""What is made from all records together: each module turns a knowledge base into pages or files."""
