"""Draws the papers of the sample meeting; what it draws is kept in `resources/sample`, so no user needs to run it.

Norbury Council and everybody named in its papers are invented.
"""
