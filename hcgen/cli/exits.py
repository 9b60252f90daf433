"""Exit statuses, the same for every command."""

FOUND_NOTHING = 0
FOUND_SOMETHING = 1
WRONG_USE = 2
COULD_NOT_RUN = 3
BUG = 70  # EX_SOFTWARE of sysexits.h
