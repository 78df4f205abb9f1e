"""Word, slides and spreadsheets: programs that make PDFs of them, and what such a file holds that a PDF may lack."""
