"""The open database: connections, transactions and their changes, totals and orders."""
