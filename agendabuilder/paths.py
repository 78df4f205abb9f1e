"""Where things live: what the program brings along, and what it keeps for the user.

Resources and templates stand beside the package in a checkout and inside it (`_data`) in a wheel or a
frozen program.
"""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_data"
OPENED = "opened"
"""The folder within the cache for copies of locked reports."""
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """The folder of fonts, pictures and the sample meeting."""
    return _ROOT / "resources"


def shipped_templates() -> Path:
    """The folder of the templates that come with the program."""
    return _ROOT / "templates"


def own_templates() -> Path:
    """The folder of the clerk's own templates."""
    return user_data() / "templates"


def user_data() -> Path:
    """The folder of what the program keeps for the user: settings, templates, what is to be recovered."""
    return _user_folder("AGENDABUILDER_DATA", platformdirs.user_data_path("agendabuilder"))


def cache() -> Path:
    """The folder of what can be worked out again; it may be emptied at any time."""
    return _user_folder("AGENDABUILDER_CACHE", platformdirs.user_cache_path("agendabuilder"))


def _user_folder(variable: str, default: Path) -> Path:
    """The folder that an environment variable names, else the platform's own place."""
    named = os.environ.get(variable)
    return Path(named) if named else default
