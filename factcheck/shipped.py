"""Where the rules and reference tables that come with the program are."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import FactcheckError

_CHECKOUT = {"rules": "rules", "reference": "fixtures/reference"}


def shipped(what: str) -> Path:
    """The folder of the shipped "rules" or "reference": inside the installed package, else in the checkout.

    ``__file__`` and not importlib.resources: a wheel is always unpacked, and the import would cost 15 ms.
    """
    here = Path(__file__).resolve().parent
    places = (here / "data" / what, here.parent / _CHECKOUT[what])
    for place in places:
        if place.is_dir():
            return place
    raise FactcheckError(
        f"the shipped {what} are missing: looked in {places[0]} and {places[1]}; install factcheck again"
    )
