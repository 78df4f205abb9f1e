"""On what terms reports are taken in: the limits of the settings, and the passwords of this session."""

from collections.abc import Sequence

from agendabuilder.reports.terms import Limits, Terms
from agendabuilder.store.settings import load_settings


def current_terms(passwords: Sequence[str] = ()) -> Terms:
    """The terms as the settings have them now; `passwords` are tried on locked files and never kept."""
    settings = load_settings()
    limits = Limits(float(settings.convert_seconds), settings.convert_megabytes)
    return Terms(limits, tuple(passwords), settings.scan_dpi_limit)
