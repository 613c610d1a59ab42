"""The text as it is set: document, marks, margins, painting."""
