"""Of whom a number is told: names of places, companies and other things that are told apart."""
