"""What is printed on pages that are there already, and the pages drawn between them: numbers, markings, notices."""
