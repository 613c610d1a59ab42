"""What people hand on: reports, citations, bibliographies, and the files they are written to."""
