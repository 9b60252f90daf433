"""What words of other languages mean is the same, however often the site has changed."""

import random

from hcgen.search.synonyms import MinedSynonyms, Pair

HERE, THERE = "bayar kirim akun masuk".split(), "pay send login help".split()


def some_pairs(choice: random.Random) -> list[Pair]:
    """Return pairs as one article may have them; some words are everywhere."""
    here, there = choice.choices(HERE, [9, 3, 1, 1])[0], choice.choices(THERE, [3, 1, 1, 1])[0]
    pair = Pair(choice.choice(("en", "ms")), frozenset({here}), frozenset({there}))
    return [pair] * choice.randint(1, 4)


def test_what_was_learned_and_forgotten_leaves_no_trace() -> None:
    choice = random.Random(3)
    changed, known = MinedSynonyms(), list[Pair]()
    told = moved = 0
    for _ in range(400):
        before = dict(changed.meanings)
        for _ in range(choice.randint(1, 5)):
            if len(known) > choice.randint(5, 40):
                changed.forget([known.pop(choice.randrange(len(known))) for _ in range(4)])
            pairs = some_pairs(choice)
            changed.learn(pairs)
            known += pairs
        terms = changed.settle()
        anew = MinedSynonyms()
        anew.learn(known)
        anew.settle()
        assert changed.meanings == anew.meanings
        different = {
            term
            for term in before.keys() | changed.meanings.keys()
            if before.get(term) != changed.meanings.get(term)
        }
        assert different <= terms
        told += len(terms)
        moved += len(different)
    assert moved > 100
    assert told < 4 * moved
