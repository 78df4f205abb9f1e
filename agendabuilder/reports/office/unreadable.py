"""What the libraries raise for an Office file that is not as they expect; loaded only where they are."""

from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError
from pptx.exc import PythonPptxError

from agendabuilder.reports.office.office_file import BROKEN

UNREADABLE = (
    *BROKEN, LxmlError, OpcError, PythonPptxError, AttributeError, TypeError, IndexError, AssertionError,
)  # fmt: skip
"""For an archive that is broken, and by lxml, python-docx, python-pptx and openpyxl for odd content of a sound one."""
