"""Keeps Python's collector of unused objects at bay: it goes over all objects there are, and stops every thread.

Nearly all that a build makes is let go without it, once nothing refers to it any more.
"""

import gc
from functools import cache as once

_SELDOM = 20_000
"""New objects between two rounds: a pack is made of many that stay."""


def collect_seldom() -> None:
    """Let the collector run once in many new objects; for a process that builds packs."""
    gc.set_threshold(_SELDOM)


@once
def spare_what_is_loaded() -> None:
    """What is loaded stays loaded: the collector need not go over it again."""
    gc.freeze()
