"""The pages that the program sets itself, with tags: texts, Markdown, e-mails, tables and pictures."""
