"""The process that reads PDF files for another; see `apart`."""

import sys

from precis.reading.forms.pdf.apart import serve

serve(sys.stdin.buffer, sys.stdout.buffer)
