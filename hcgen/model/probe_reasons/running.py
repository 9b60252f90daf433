"""Reasons of a run, not of those that it asks."""

REASONS = {
    "fictional": "the organisation is fictional, and so is its address",
    "interrupted": "the run was stopped before its turn came",
    "not-asked-offline": "nothing was asked, as wanted",
    "offline": "this machine has no way to the internet, so nothing can be said of others",
    "time-used-up": "the time of the run was used up before its turn came",
    "no-answer-in-time": "no answer came before the time of the run was used up",
}
