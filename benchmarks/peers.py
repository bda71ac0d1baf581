"""The same register through another library, in the environment that has it: run by `benchmarks/frames.py peers`.

`python peers.py openfisca-core register.npz 5` (or policyengine-core, ttsim-backend) prints the seconds of each round,
and how many of the amounts are not the whole number that they should be. The rule is that of the benchmark: the days by
hazard, times people, times 400 g of rice and 6,000 rupiah of side dishes. What is timed is what a user would repeat:
columns go in, amounts come out; the rule is there already.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

RATES = {"rice_g": 400, "side_dishes_idr": 6_000}
WORDS = ["flood", "banjir", "tanah_longsor", "earthquake", "drought", "tsunami", "kebakaran", "typhoon"]
DAYS = np.array([7, 7, 7, 10, 30, 3, 0, 3])
DAY = "2017-02-25"

Work = Callable[[], dict[str, Any]]


def openfisca(core: str, places: Any, people: Any) -> Work:
    """OpenFisca-Core, and PolicyEngine-Core, which grew out of it; hazards are an Enum, in words."""
    old = core == "openfisca_core"
    enum: Any = import_module(f"{core}.indexed_enums" if old else f"{core}.enums").Enum
    base: Any = import_module(f"{core}.variables").Variable
    build = import_module(f"{core}.entities").build_entity
    builder = import_module(f"{core}.simulations").SimulationBuilder
    event = build(key="event", plural="events", label="Event", is_person=True, doc="")

    class Hazards(enum):
        flood = "flood"
        banjir = "banjir"
        tanah_longsor = "tanah longsor"
        earthquake = "earthquake"
        drought = "drought"
        tsunami = "tsunami"
        kebakaran = "kebakaran"
        typhoon = "typhoon"

    every_day = import_module(f"{core}.periods").DAY if not old else import_module(f"{core}.periods").DateUnit.DAY
    shared = {"entity": event, "definition_period": every_day, "label": "x"}

    def amount(rate: int) -> Any:
        def formula(events: Any, period: Any, parameters: Any) -> Any:
            return events("people", period) * parameters(period).days[events("hazard", period)] * rate

        return formula

    system = import_module(f"{core}.taxbenefitsystems").TaxBenefitSystem([event])
    node: Any = import_module(f"{core}.parameters").ParameterNode
    days = {word: {"values": {"2003-01-01": {"value": int(n)}}} for word, n in zip(WORDS, DAYS, strict=True)}
    system.parameters = node("", data={"days": days})
    kinds = {"value_type": enum, "possible_values": Hazards, "default_value": Hazards.flood}
    variables = {"hazard": kinds, "people": {"value_type": int}}
    variables |= {name: {"value_type": int, "formula": amount(rate)} for name, rate in RATES.items()}
    for name, own in variables.items():
        system.add_variable(type(name, (base,), {**shared, **own}))
    words = np.array(WORDS)[places]

    def work() -> dict[str, Any]:
        simulation = builder().build_default_simulation(system, count=len(people))
        simulation.set_input("hazard", DAY, words)
        simulation.set_input("people", DAY, people)
        return {name: simulation.calculate(name, DAY) for name in RATES}

    return work


def ttsim(places: Any, people: Any) -> Work:
    """ttsim, which GETTSIM stands on; it has no words, so that hazards are numbers."""
    library, tt = import_module("ttsim"), import_module("ttsim.tt")
    since = {"start_date": "2003-01-01", "unit": tt.TTSIMUnit.DIMENSIONLESS}

    def hazard() -> int:
        """The hazard's number."""

    def people_struck() -> int:
        """People struck."""

    def days(hazard: int) -> int:
        """The days of the hazard's window."""
        if hazard <= 2:
            return 7
        elif hazard == 3:  # noqa: RET505 (ttsim takes a chain with an else only)
            return 10
        elif hazard == 4:
            return 30
        elif hazard == 6:
            return 0
        else:
            return 3

    def rice_g(people_struck: int, days: int) -> int:
        """Rice in grams."""
        return people_struck * days * 400

    def side_dishes_idr(people_struck: int, days: int) -> int:
        """Side dishes in rupiah."""
        return people_struck * days * 6_000

    units = tt.UnitSystem(currencies={"IDR": tt.Currency(statutory_from="1949-01-01")})
    rule = {each.__name__: tt.policy_input(**since)(each) for each in (hazard, people_struck)}
    rule |= {each.__name__: tt.policy_function(**since)(each) for each in (days, rice_g, side_dishes_idr)}
    day = datetime.date.fromisoformat(DAY)
    for part in ("year", "month", "day"):  # which its own loader of files would add
        rule[f"policy_{part}"] = tt.ScalarParam(value=getattr(day, part), unit=tt.TTSIMUnit.CALENDAR_YEAR)
    columns = {"p_id": np.arange(len(people)), "hazard": places, "people_struck": people}

    def work() -> dict[str, Any]:
        found = library.main(
            main_target=library.MainTarget.results.tree,
            policy_date=day,
            policy_environment=rule,
            unit_system=units,
            data_currency="IDR",
            input_data=library.InputData.tree(columns),
            tt_targets=library.TTTargets(tree=dict.fromkeys(RATES)),
        )
        return {name: found[name] for name in RATES}

    return work


def main(name: str, file: str, rounds: int) -> None:
    held = np.load(file)
    places, people = held["hazard"], held["people"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        work = ttsim(places, people) if name == "ttsim-backend" else openfisca(name.replace("-", "_"), places, people)
        amounts = work()
        wrong = {
            item: int((np.asarray(amounts[item]).astype(object) != people.astype(object) * DAYS[places] * rate).sum())
            for item, rate in RATES.items()
        }
        taken = []
        for _ in range(rounds):
            begun = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begun)
    print(json.dumps({"seconds": taken, "wrong": wrong, "kind": str(np.asarray(amounts["rice_g"]).dtype)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
