"""Fields, lists, icons and colours of the whole window. They know values, but no open meeting."""
