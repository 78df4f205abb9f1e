"""What a PDF is made of, read and put right: values, pages, boxes, margins, bookmarks; whatever the file says."""
