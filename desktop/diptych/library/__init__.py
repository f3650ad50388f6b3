"""A folder of articles: what reads them, lists them and finds them."""
