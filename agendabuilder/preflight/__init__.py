"""Looking: checks that return findings and change nothing.

Each check is a small function from what there is to findings; `run` is the list of them.
"""
