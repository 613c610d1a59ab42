"""The opened library: its store, its texts and what it knows.

- ``library`` is an opened one: its ``texts`` (as the index sees them: ``documents``, ``ready_texts``), its
  ``knowledge`` (``aliases``, ``segmenting``, ``pack_versions``), its ``settings``.
- An article: ``contexts``, ``chapters``, ``items`` (as a publication), ``views`` (facts with their places),
  ``paged_places``, ``page_images``; ``careful_reading`` leaves out a sentence no reader survives.
- The folder: ``roots``, ``remains``, ``twins``, ``exchange``.
- Processes: ``spare_processes``, ``process_limits``, ``stopping``, ``garbage_collection``, ``clock``.
"""
