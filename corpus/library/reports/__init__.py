"""Reports, citations and exports."""
