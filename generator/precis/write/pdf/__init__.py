"""Page → PDF: PDF/A-2a and PDF/UA-1 in one file, set by WeasyPrint in the house style."""

from precis.write.pdf.write import write_pdf

__all__ = ["write_pdf"]
