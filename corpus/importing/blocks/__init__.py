"""What every reader lays its document out with: blocks, and what may stand in one – lists, formulas, raised marks."""
