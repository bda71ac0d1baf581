"""A new audit rule: a function that looks at any report and yields what a reader would ask about."""

from __future__ import annotations

from collections.abc import Iterable

from kesos import datasets, find_contradictions
from kesos.audit import RULES, Finding, Rule, Subject, finding
from kesos.values import Printed


def check_large_fires(subject: Subject) -> Iterable[Finding | None]:
    """No single fire leaves more than ten people without a house."""
    for event in subject.report.fires:
        if event.people is None or event.people <= 10:
            yield None
        else:
            cell = Printed(str(event.people), event.people, source=event.source or subject.report.title)
            yield finding(
                "large_fire",
                "suspicious",
                cell,
                10,
                "{printed} jiwa dalam satu kebakaran, lebih dari {computed}",
                "{printed} people in one fire, more than {computed}",
            )


def main() -> None:
    """Runs the rule beside all others on the published report."""
    rules = (*RULES, Rule("large_fire", check_large_fires))
    audit = find_contradictions(datasets.kotawaringin_barat(), rules=rules)
    print(f"Diperiksa aturan baru: {audit.checked['large_fire']} kebakaran, {len(audit.of_rule('large_fire'))} temuan.")
    print(f"Semua aturan: {len(audit.errors)} pertentangan, {len(audit.suspicious)} hal yang perlu ditanyakan.")


if __name__ == "__main__":
    main()
