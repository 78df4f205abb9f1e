"""The clerk's window, in Qt. The only package that knows PySide6, and nothing below it knows the window.

`work/workspace.py` owns the meeting that is open; widgets show it and ask it for edits. `work/tasks.py` runs long work,
`work/actions.py` is the one book of commands.
"""
