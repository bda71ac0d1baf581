"""A new audit rule: a function that judges one thing after another, here each fire, in any report."""

from __future__ import annotations

from kesos import DisasterEvent, datasets, find_contradictions
from kesos.audit import FINE, RULES, UNKNOWN, Odd, Subject, Verdict, rule
from kesos.values import Printed, Text

SENTENCE = Text(
    "{printed} jiwa dalam satu kebakaran, lebih dari {computed}",
    "{printed} people in one fire, more than {computed}",
)


def fires(subject: Subject) -> tuple[DisasterEvent, ...]:
    """What the rule looks at."""
    return subject.report.fires


@rule("large_fire", fires)
def check_large_fires(subject: Subject, fire: DisasterEvent) -> Verdict:
    """No single fire leaves more than ten people without a house."""
    if fire.people is None:
        return UNKNOWN
    if fire.people <= 10:
        return FINE
    cell = Printed(str(fire.people), fire.people, source=fire.source or subject.report.title)
    return Odd(cell, 10, wording=SENTENCE)


def main() -> None:
    """Runs the rule beside all others on the published report."""
    audit = find_contradictions(datasets.kotawaringin_barat(), rules=(*RULES, check_large_fires))
    print(f"Diperiksa aturan baru: {audit.checked['large_fire']} kebakaran, {len(audit.of_rule('large_fire'))} temuan.")
    print(f"Semua aturan: {len(audit.errors)} pertentangan, {len(audit.suspicious)} hal yang perlu ditanyakan.")


if __name__ == "__main__":
    main()
