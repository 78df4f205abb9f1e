"""The structure that a screen reader follows: the front matter's and every report's, joined into one, and checked."""
