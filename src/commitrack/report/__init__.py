"""Faces: computed items as text for a terminal, a pipe, a spreadsheet or a program."""
