"""How far what somebody typed is from a word, by slips of the hand."""

FAR = 99


def edits_between(typed: str, word: str, most: int, *, is_beginning: bool = False) -> int:
    """Return how many slips turn a word into what was typed; `FAR` for more than ``most``.

    A slip is a letter too much, one too few, a wrong one, or two that changed places (Damerau, A
    technique for computer detection and correction of spelling errors, 1964).

    Args:
        is_beginning: What was typed may be the beginning of the word only.
    """
    long, short = len(typed), len(word)
    if long - short > most or (not is_beginning and short - long > most):
        return FAR
    word = word[: long + most]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for place, letter in enumerate(typed, 1):
        earlier, before, row = before, row, [place]
        for at, other in enumerate(word, 1):
            value = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != other))
            if place > 1 and at > 1 and letter == word[at - 2] and typed[place - 2] == other:
                value = min(value, earlier[at - 2] + 1)
            row.append(value)
        if min(row) > most:
            return FAR
    found = min(row[max(1, long - most) :], default=FAR) if is_beginning else row[-1]
    return found if found <= most else FAR
