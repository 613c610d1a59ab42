"""What long-lived objects give every page: the context, tasks, the worker, navigation, notices, undo.

- ``context`` is all of them in one value.
- Work: ``tasks`` and ``mailbox`` (threads), ``worker_link`` (the worker), ``writing`` (the lane), ``operation``,
  ``undo``, ``retry_queue``, ``changes``; ``gradual_release`` of what was shown.
- Ways: ``targets``, ``navigation``, ``addresses``, ``scope``, ``print_source``. Telling: ``notices``. Kept on this
  machine: ``settings``; from the library: ``colour_names``.
"""
