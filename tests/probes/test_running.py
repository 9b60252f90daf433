"""Who is asked when, how often and for how long."""

import os
import signal
import threading
from dataclasses import replace
from time import monotonic, sleep

import pytest

from hcgen.model.probe import Observation, Verdict
from hcgen.probes import Budget, run_probes
from tests.probes.targets import MAY_PASS, PROOF, WORKS, Asked, target

QUICK = Budget(pause_s=0.02, waits_s=(0.03, 0.06), target_s=2, run_s=5, grace_s=0.2)


def test_results_come_in_the_order_of_the_targets_whatever_takes_longer() -> None:
    targets = [target(f"t{n}", Asked(takes_s=0.1 - n / 100)) for n in range(10)]
    results, is_whole = run_probes(targets, QUICK)
    assert [result.target.name for result in results] == [f"t{n}" for n in range(10)]
    assert is_whole
    assert {(result.verdict, result.tries) for result in results} == {(Verdict.VERIFIED, 1)}


def test_passing_faults_get_three_tries_and_one_at_the_end() -> None:
    fails, slow = Asked((MAY_PASS,)), Asked(takes_s=0.5)
    (result, _), _ = run_probes([target("fails", fails), target("slow", slow)], QUICK)
    assert (result.verdict, result.tries) == (Verdict.SUSPECT, 4)
    waits = [
        after - before for before, after in zip(fails.moments, fails.moments[1:], strict=False)
    ]
    assert waits[0] >= 0.0225  # three quarters
    assert waits[1] >= 0.045
    assert fails.moments[-1] - slow.moments[0] >= 0.5  # after all others


@pytest.mark.parametrize("tries", [2, 3, 4])
def test_one_good_try_is_enough(tries: int) -> None:
    asked = Asked((MAY_PASS,) * (tries - 1) + (WORKS,))
    ((result,), _) = run_probes([target("t", asked)], QUICK)
    assert (result.verdict, result.tries) == (Verdict.VERIFIED, tries)


def test_proof_needs_no_second_try() -> None:
    asked = Asked((PROOF, WORKS))
    ((result,), _) = run_probes([target("t", asked)], QUICK)
    assert (result.verdict, result.tries) == (Verdict.BROKEN, 1)


def test_what_cannot_be_told_and_will_not_pass_is_asked_once() -> None:
    asked = Asked((Observation("page", Verdict.UNVERIFIABLE, "page-wants-login"), WORKS))
    ((result,), _) = run_probes([target("t", asked)], QUICK)
    assert result.tries == 1


def test_a_host_is_asked_one_at_a_time_with_a_pause_between() -> None:
    asked = Asked(takes_s=0.02)
    budget = Budget(pause_s=0.1, run_s=5)
    run_probes([target(f"t{n}", asked, "same.example", f"{n}.example") for n in range(4)], budget)
    assert asked.most == 1
    pauses = [b - a for a, b in zip(asked.moments, asked.moments[1:], strict=False)]
    assert min(pauses) >= 0.1


def test_no_more_are_asked_at_once_than_there_are_workers() -> None:
    asked = Asked(takes_s=0.05)
    run_probes([target(f"t{n}", asked) for n in range(12)], Budget(workers=3, run_s=5))
    assert asked.most == 3


def test_a_host_that_asks_for_a_pause_gets_it_and_one_that_asks_too_much_is_left_alone() -> None:
    waits = Observation("page", Verdict.UNVERIFIABLE, "too-many-requests", "", True, 0.3)
    asked = Asked((waits, WORKS))
    ((result,), _) = run_probes([target("t", asked)], QUICK)
    assert result.verdict is Verdict.VERIFIED
    assert asked.moments[1] - asked.moments[0] >= 0.3

    too_long = Observation("page", Verdict.UNVERIFIABLE, "too-many-requests", "", True, 31.0)
    started = monotonic()
    ((result,), _) = run_probes([target("t", Asked((too_long, WORKS)))], QUICK)
    assert (result.verdict, result.tries) == (Verdict.UNVERIFIABLE, 1)
    assert monotonic() - started < 2


def test_a_target_has_a_budget_of_its_own() -> None:
    asked = Asked((MAY_PASS,), takes_s=0.2)
    budget = Budget(target_s=0.3, run_s=5, pause_s=0, waits_s=(0.01, 0.01, 0.01, 0.01))
    ((result,), _) = run_probes([target("t", asked)], budget)
    assert result.tries == 3  # two in the first round, one at the end
    left = [
        deadline - moment for deadline, moment in zip(asked.deadlines, asked.moments, strict=True)
    ]
    assert left[0] == pytest.approx(0.3, abs=0.1)
    assert left[1] == pytest.approx(0.1, abs=0.1)


def test_a_run_ends_in_time_though_threads_hang() -> None:
    def hangs(deadline: float) -> tuple[Observation, ...]:
        threading.Event().wait(30)
        return (WORKS,)

    targets = [
        target("hangs", hangs),
        target("works", Asked()),
        target("late", Asked(), "h.example"),
    ]
    budget = Budget(run_s=0.5, grace_s=0.2, workers=2)
    started = monotonic()
    results, is_whole = run_probes([*targets[:2], target("hangs2", hangs), targets[2]], budget)
    assert monotonic() - started < 2
    assert is_whole
    assert [(each.verdict, each.decisive.reason) for each in results] == [
        (Verdict.UNVERIFIABLE, "no-answer-in-time"),
        (Verdict.VERIFIED, "page-works"),
        (Verdict.UNVERIFIABLE, "no-answer-in-time"),
        (Verdict.SKIPPED, "time-used-up"),
    ]


def test_what_a_first_try_showed_stays_where_no_time_is_left_for_another() -> None:
    budget = Budget(run_s=0.3, waits_s=(5.0,), grace_s=0)
    ((result,), _) = run_probes([target("t", Asked((MAY_PASS,)))], budget)
    assert (result.verdict, result.decisive.reason) == (Verdict.SUSPECT, "connection-refused")


def test_who_asks_nobody_needs_no_turn() -> None:
    asked = Asked((Observation("phone", Verdict.UNVERIFIABLE, "phone-not-dialled"),))
    ((result,), _) = run_probes([replace(target("t", asked), hosts=())], QUICK)
    assert (result.verdict, result.tries) == (Verdict.UNVERIFIABLE, 0)


def test_ctrl_c_keeps_what_is_known() -> None:
    def interrupts(deadline: float) -> tuple[Observation, ...]:
        sleep(0.3)  # the other one has answered by then
        os.kill(os.getpid(), signal.SIGINT)
        sleep(1)
        return (WORKS,)

    targets = [target("works", Asked()), target("stops", interrupts), target("later", Asked())]
    results, is_whole = run_probes(targets, Budget(workers=1, pause_s=0, run_s=5))
    assert not is_whole
    assert [(each.verdict, each.decisive.reason) for each in results] == [
        (Verdict.VERIFIED, "page-works"),
        (Verdict.SKIPPED, "interrupted"),
        (Verdict.SKIPPED, "interrupted"),
    ]


def test_a_bug_of_a_probe_is_told() -> None:
    def has_a_bug(deadline: float) -> tuple[Observation, ...]:
        raise LookupError("bug")

    with pytest.raises(LookupError, match="bug"):
        run_probes([target("t", has_a_bug)], QUICK)


def test_progress_counts_each_target_once() -> None:
    seen: list[tuple[str, int, int]] = []
    targets = [target("a", Asked()), target("b", Asked((MAY_PASS,)))]
    run_probes(targets, QUICK, progress=lambda *step: seen.append(step))
    assert seen == [("probe", 1, 2), ("probe", 2, 2)]
