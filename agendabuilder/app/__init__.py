"""What the program can do: build a pack, make a meeting, check one. Every face calls these functions.

Nothing here draws, prints or asks; long work speaks through `Progress`.
"""
