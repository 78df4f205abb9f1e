"""What stands on a page of a report, read and left as it is: its words, its marks, what it leaves open."""
