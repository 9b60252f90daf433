"""What several rules of a run look at is worked out once."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from hcgen.checks.context import FragmentsContext
from hcgen.render import Fragment

_Context = TypeVar("_Context", bound=FragmentsContext)
_Value = TypeVar("_Value")


class OncePerRun(Generic[_Context, _Value]):
    """Remembers what was made of the context of one run, and forgets it with the next run.

    The contexts of a run's stages share their fragments, by which the run is known.
    """

    def __init__(self, make: Callable[[_Context], _Value]) -> None:
        self._make = make
        self._made: tuple[Mapping[str, Fragment], _Value] | None = None
        self.__doc__ = make.__doc__

    def __call__(self, context: _Context) -> _Value:
        """Return what belongs to a run."""
        if self._made is None or self._made[0] is not context.fragments:
            self._made = (context.fragments, self._make(context))
        return self._made[1]
