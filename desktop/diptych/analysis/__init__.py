"""What reading finds: names, quotations and their speakers, and links between two accounts."""
