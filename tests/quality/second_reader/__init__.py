"""Measuring and training the second reader, from replies that were recorded beside the annotated pages."""
