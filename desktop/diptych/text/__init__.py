"""Text as plain values: canonical form, spans, offsets, words, sentences, segments."""
