"""What does not add up in the two published reports that kesos holds, for a person to read.

Run it with `python examples/audit_report.py`, in English with `--language en`. What is printed in the reports is never
corrected: each finding says what is printed, what follows from the rest, and where.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable
from itertools import groupby

from kesos import datasets
from kesos.audit import RULES, Audit, Finding, find_contradictions
from kesos.reports import Report
from kesos.values import Text

WIDTH = 112
MOST_SHOWN = 3  # of the findings of one rule in one table; the places of the others are listed

TITLES = {
    "error": Text("BERTENTANGAN: laporan menyatakan dua hal yang tidak dapat sama-sama benar",
                  "CONTRADICTIONS: the report says two things that cannot both be right"),
    "suspicious": Text("PERLU DITANYAKAN: mungkin benar, tetapi tidak biasa",
                       "WORTH A QUESTION: it may be right, but it is out of the ordinary"),
}  # fmt: skip


def table_of(finding: Finding) -> str:
    """Findings of one rule in one table belong together."""
    return finding.place("id").split(", baris")[0]


def paragraphs(findings: Iterable[Finding], language: str) -> Iterable[str]:
    """The findings, each with its place; many alike in one table are told once and then only placed."""
    for _, group in groupby(findings, key=lambda finding: (finding.rule, table_of(finding))):
        alike = list(group)
        shown = alike if len(alike) <= MOST_SHOWN + 1 else alike[:MOST_SHOWN]
        for finding in shown:
            yield f"- {finding.say(language)}"
        if len(alike) > len(shown):
            also = Text("Demikian juga", "Likewise").say(language)
            yield f"- {also}: " + "; ".join(finding.place(language) for finding in alike[len(shown) :])


def told(report: Report, audit: Audit, language: str) -> Iterable[str]:
    """The audit of one report, line by line."""
    yield "=" * WIDTH
    yield f"{report.title} ({report.office})"
    yield "=" * WIDTH
    for severity, findings in (("error", audit.errors), ("suspicious", audit.suspicious)):
        yield f"\n{TITLES[severity].say(language)} ({len(findings)})\n"
        for line in paragraphs(findings, language):
            yield textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False)
    checked = sum(audit.checked.values())
    idle = sum(not count for count in audit.checked.values())
    said = Text(
        f"{checked} hal diperiksa dengan {len(RULES)} aturan; {idle} aturan tidak menemukan bahan di laporan ini.",
        f"{checked} things were checked by {len(RULES)} rules; {idle} rules had nothing to look at in this report.",
    )
    yield f"\n{said.say(language)}\n"


def main() -> None:
    """Audits both reports."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--language", choices=("id", "en"), default="id")
    language = options.parse_args().language
    for report in (datasets.kotawaringin_barat(), datasets.kapuas()):
        print("\n".join(told(report, find_contradictions(report), language)))


if __name__ == "__main__":
    main()
