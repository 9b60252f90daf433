"""Which of several observations says whether a channel works."""

from hcgen.model.probe import Observation, Verdict, counting, deciding
from hcgen.model.probe_reasons import REASONS

VERIFIED = Observation("page", Verdict.VERIFIED, "page-opens")
ENDING = Observation("certificate", Verdict.SUSPECT, "certificate-ends-soon", is_extra=True)
EXPIRED = Observation("page", Verdict.BROKEN, "certificate-expired")


def test_a_bad_sign_aside_is_shown_but_does_not_count() -> None:
    assert deciding((VERIFIED, ENDING)) is ENDING
    assert counting((VERIFIED, ENDING)) == (VERIFIED,)
    assert deciding(counting((VERIFIED, ENDING, EXPIRED))) is EXPIRED


def test_reasons_are_sentences_in_lower_case_without_a_full_stop() -> None:
    for key, sentence in REASONS.items():
        assert key == key.casefold().replace(" ", "-")
        assert sentence[0].islower(), key
        assert sentence[-1].isalnum(), key
