"""Who bears a figure: of those named, whoever holds, pays or owes."""
