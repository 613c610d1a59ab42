"""What every reader lays its document out with: blocks, and what may stand in a block – lists, formulas, raised marks."""
