"""The open library as the window works with it: requests in, one signal out for each change."""
