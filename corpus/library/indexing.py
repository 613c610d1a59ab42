"""Bringing the indexes up to the library, or building them anew."""

from __future__ import annotations

from corpus.library.library import Library
from corpus.model.progress import Progress, ProgressCallback, unobserved
from index.sync import SyncReport, synchronise


def sync_index(
    library: Library, *, rebuild: bool = False, progress: ProgressCallback = unobserved
) -> SyncReport:
    """Index what changed; with ``rebuild`` everything. Searches are complete before, during and after."""

    def told(stage: str, done: int, total: int) -> None:
        progress(Progress(stage, done, total))

    return synchronise(
        library.index_folder, library.documents, library.segmenter, rebuild=rebuild, progress=told
    )
