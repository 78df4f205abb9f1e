"""Checks that a PDF's structure hangs together: the tree, its index of numbers, the pages' marks, the annotations.

Validators of PDF/UA follow the tree from the top and never look at the index (`/ParentTree`), by which a reader
gets from a word on the page to its element. So a file may pass them and be read out with another page's words.
"""

from pikepdf import Pdf

from agendabuilder.pack.tagging.structure_check_content import content_faults
from agendabuilder.pack.tagging.structure_check_index import index_faults
from agendabuilder.pack.tagging.structure_check_names import id_faults, type_faults
from agendabuilder.pack.tagging.structure_check_tree import walk_tree
from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.progress import Progress, SilentProgress
from agendabuilder.reports.pdf import pdf_values

_UNWATCHED = SilentProgress()


def structure_faults(
    pdf: Pdf, with_content: bool = True, progress: Progress = _UNWATCHED
) -> tuple[StructureFault, ...]:
    """All faults of the structure. Without the pages' content it takes two thirds of the time and sees most of them.

    What is written in an odd way, or cannot be read at all, is a fault like any other. Raises `Cancelled`.
    """
    root = pdf_values.dictionary(pdf.Root, "/StructTreeRoot")
    if root is None:
        marked = pdf_values.is_true(pdf_values.dictionary(pdf.Root, "/MarkInfo"), "/Marked")
        return (StructureFault(Fault.NO_TREE),) if marked else ()
    tree = walk_tree(pdf, root, progress)
    names = (*type_faults(root, tree, progress), *id_faults(root, tree, progress))
    of_tree = (*tree.faults, *names, *index_faults(pdf, root, tree, progress))
    return (*of_tree, *(content_faults(pdf, tree, progress) if with_content else ()))
