"""The program as it starts: the application, one library in one window, the watch over crashes.

- ``application`` opens libraries, each as a ``session`` in a window; ``first_paint`` and ``work_told`` come behind.
- One window for one library: ``single_instance`` and ``second_starts``. Its end: ``ending``, ``unwritten``.
- Beside the window: ``warm_up`` with ``patient_imports``, ``collector``, ``freed_memory``, ``daily_copies``.
- ``faults`` of the program; Qt's own ways: ``module_sources``, ``qt_words``.
"""
