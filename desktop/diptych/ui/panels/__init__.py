"""What stands around the articles: they take plain values and say what was done."""
