"""Reads the entries of a number tree or a name tree as they stand, in order or not (ISO 32000-1, 7.9.6 and 7.9.7)."""

from collections.abc import Iterator

from pikepdf import Dictionary, Object

from agendabuilder.reports.pdf import pdf_values


def entries_of(root: Dictionary | None, kind: str) -> Iterator[tuple[object, Object]]:
    """The keys with what they lead to; `kind` is "/Nums" or "/Names". A leaf that is met again is passed over."""
    waiting, seen = [root], set[tuple[int, int]]()
    while waiting:
        node = waiting.pop()
        if node is None or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        entries = pdf_values.parts(node, kind)
        for key, entry in zip(entries[::2], entries[1::2], strict=False):
            if isinstance(entry, Object):
                yield key, entry
        waiting += reversed(list(pdf_values.dictionaries(node, "/Kids")))
