"""Search, concordance and the indexes behind them."""
