"""What readers add to articles: tags, notes, pairs, corrections, and how they are kept safe."""
