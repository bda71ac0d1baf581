"""The gallery: each chart of `kesos.charts`, drawn by the lines that stand over it."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from kesos.charts import Chart

_HEAD = """# Gallery of charts

Each picture was drawn by the lines over it when this page was built: no browser, no network. All of them speak
Indonesian, and English with `"en"` as their last argument. How to save and change one: {doc}`/how-to/draw-charts`.

```python
from kesos import PEDUM_2003, DisasterEvent, Quantity, charts, datasets, entitle_all, entitle_range
report = datasets.kotawaringin_barat()
```
"""


class Example(NamedTuple):
    """A chart of the gallery.

    Args:
        name: What its picture is called.
        title: What it answers.
        words: What there is to say about it.
        code: What draws it; the last line is the chart.
    """

    name: str
    title: str
    words: str
    code: str


EXAMPLES = (
    Example(
        "relief",
        "How much aid is there for each event?",
        "A range stays a range, and the extension stands apart from it.",
        """windows = [entitle_range(event, PEDUM_2003) for event in report.natural_disasters]
charts.relief_range(windows)""",
    ),
    Example(
        "needs",
        "What does each kind of disaster need?",
        'By district it is `batch.totals("place.district")`. What could not be counted is said over the picture.',
        """batch = entitle_all([*report.fires, *report.natural_disasters], PEDUM_2003, days="maximum")
charts.needs(batch.totals("hazard"))""",
    ),
    Example(
        "disasters",
        "When did disasters strike, and which?",
        "The first four kinds are told apart by their lightness; where there are more, each has a letter besides.",
        """charts.disasters([*report.fires, *report.natural_disasters])""",
    ),
    Example(
        "realization",
        "How much of the budget was realised?",
        "A printed percentage stands for every rupiah that rounds to it: the two marks are the ends of that range.",
        """charts.realization(report.budgets[1])""",
    ),
    Example(
        "quotas",
        "How many is each programme to reach?",
        "One quota is drawn area by area instead, where it has areas.",
        """charts.quotas(report.quotas)""",
    ),
    Example(
        "cards",
        "What became of the cards?",
        "Plain numbers will do; a number that is left out is not known.",
        """cards = {"total": 8_163, "distributed": 6_800, "undistributed": 1_231, "unprinted": 132}
charts.cards({"BPNT 2018": cards, "PKH": {"total": 4_358, "distributed": 4_000}})""",
    ),
    Example(
        "indicators",
        "How do the indicators stand?",
        "A part and its whole, or a percentage; what is not known has no bar.",
        """charts.indicators({
    "Penerima jaminan sosial (IKK 69)": (117, 330),
    "PMKS yang memperoleh bantuan sosial (IKK 70)": (4_171, 4_589),
})""",
    ),
    Example(
        "targets",
        "Was the target reached?",
        "Every figure is printed as it is, not as it is drawn.",
        """from kesos.targets import TargetSeries
poor = TargetSeries(name="PMKS / penduduk (%)", better="lower", baseline="20", targets={2017: 18, 2018: 17, 2019: 16})
charts.targets(poor, {2017: "15.27"})""",
    ),
    Example(
        "deliveries",
        "What was delivered of what is owed?",
        "Where what is owed is a range, so is the share.",
        """window = entitle_range(report.natural_disasters[1], PEDUM_2003)
charts.deliveries({
    "Beras": (window["rice"], Quantity(1_500, "kg")),
    "Lauk-pauk": (window["side_dishes"], Quantity(12_000_000, "IDR")),
})""",
    ),
    Example(
        "stock",
        "How long does the stock last?",
        "A cross is a day on which there was not enough; the first says by how much.",
        """course = [
    {"day": f"2017-03-{day:02}", "item": "Beras", "left": Quantity(max(0, 2_100 - 344 * day), "kg"),
     "short": Quantity(max(0, 344 * day - 2_100), "kg")}
    for day in range(1, 8)
]
charts.stock(course)""",
    ),
    Example(
        "findings",
        "What did the audit find?",
        "So many findings of so many things that the rule looked at.",
        """from kesos import find_contradictions
charts.findings(find_contradictions(report))""",
    ),
)


@cache
def drawings() -> dict[str, Chart]:
    """The chart of each example, by its name."""
    names: dict[str, Any] = {}
    exec(_HEAD.split("```python\n")[1].split("```")[0], names)
    made: dict[str, Chart] = {}
    for example in EXAMPLES:
        at = max(number for number, line in enumerate(example.code.split("\n")) if line.startswith("charts."))
        lines = example.code.split("\n")
        exec("\n".join(lines[:at]), names)
        made[example.name] = eval("\n".join(lines[at:]), names)
    return made


def pictures() -> dict[str, str]:
    """The picture of each example, by the name of its file."""
    return {f"gallery/{name}.svg": chart.svg() for name, chart in drawings().items()}


def page() -> str:
    """The page in Markdown."""
    parts = [_HEAD]
    for example in EXAMPLES:
        parts.append(
            f"## {example.title}\n\n{example.words}\n\n```python\n{example.code}\n```\n\n"
            f"````{{container}} picture\n```{{image}} {example.name}.svg\n"
            f":alt: {drawings()[example.name].to_dict()['title']['text']}\n```\n````\n"
        )
    return "\n".join(parts)


if __name__ == "__main__":
    print(page())
