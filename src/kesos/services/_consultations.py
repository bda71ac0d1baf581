"""What a family consultation centre (LK3) gives, as the report lists it."""

from __future__ import annotations

from kesos._named import Named, listed


class Consultation(Named):
    """One of the services of a family consultation centre (LK3).

    Source:
        The report of Kotawaringin Barat, C.2.f.3.

    >>> [service.code for service in CONSULTATIONS]
    ['information', 'consultation', 'counselling', 'advocacy', 'referral']
    """

    __slots__ = ()


CONSULTATIONS: tuple[Consultation, ...] = listed("consultations", Consultation)


__all__ = ["CONSULTATIONS", "Consultation"]
