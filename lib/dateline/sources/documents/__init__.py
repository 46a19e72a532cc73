"""Documents of word processors and PDF: one file, one article."""
