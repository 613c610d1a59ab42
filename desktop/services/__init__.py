"""What long-lived objects give every page: the context, tasks, the worker, navigation, notices, undo."""
