"""An audit at a glance: which rules found something, and how much."""

from __future__ import annotations

from collections import Counter

from kesos import _checks as checks
from kesos.audit import SEVERITY_WORDS, Audit
from kesos.audit._audit import rule_name
from kesos.charts._axes import axis_of
from kesos.charts._chart import Chart, drawn
from kesos.charts._rows import ROW, named_once, panel, segments, tip
from kesos.charts._style import DARK, ORANGE, Spec, say
from kesos.values import Text
from kesos.values import _locales as locales
from kesos.values._texts import check_language

_TITLE = Text("Hasil pemeriksaan: {report}", "Audit: {report}")
_REST = Text(
    "{rules} aturan lain memeriksa {many} hal dan tidak menemukan apa-apa.",
    "{rules} other rules looked at {many} things and found nothing.",
)
_ALL = Text("semua aturan", "all rules")
_OF = Text("{found} dari {many}", "{found} of {many}")
_MANY = Text("temuan", "findings")
_RULE, _SEVERITY, _FOUND = Text("Aturan", "Rule"), Text("Sifat", "Severity"), Text("Temuan", "Findings")
_COLOURS = {"error": DARK, "suspicious": ORANGE}


def findings(audit: Audit, language: str = "id", *, title: str | None = None) -> Chart:
    """How much each rule found, contradictions and what is worth a question apart; of how many things it looked at.

    Args:
        audit: The audit.
        language: "id" or "en".
        title: What stands over the chart; left out, which report it is.

    Raises:
        InvalidValueError: `audit` is something else.
        MissingExtraError: The extra `charts` is not installed.

    >>> findings(Audit(report="contoh", findings=(), counts={"sum": 3}), "en")
    <Chart: Audit: contoh>
    """
    check_language(language)
    found = checks.instance(audit, "audit", Audit)
    number: Counter[tuple[str, str]] = Counter((finding.rule, finding.severity) for finding in found.findings)
    rules = [rule for rule, _ in Counter(finding.rule for finding in found.findings).most_common()]
    names = dict(zip(rules, named_once(rule_name(rule, language) for rule in rules), strict=True))
    values: list[Spec] = []
    ends: list[Spec] = []
    for rule in rules:
        begin = 0
        for severity in SEVERITY_WORDS:
            many = number[rule, severity]
            if many:
                of_severity: Spec = {"severity": SEVERITY_WORDS[severity].say(language)}
                values.append({ROW: names[rule], **of_severity, "found": many, "begin": begin, "end": begin + many})
                begin += many
        looked_at = locales.number(found.checked.get(rule, begin), language)
        ends.append({ROW: names[rule], "end": begin, "said": say(_OF, language, found=begin, many=looked_at)})
    others = {rule: many for rule, many in found.checked.items() if rule not in names}
    if not rules:
        said = say(_OF, language, found=0, many=locales.number(sum(others.values()), language))
        ends.append({ROW: _ALL.say(language), "end": 0, "said": said})
    rest = say(_REST, language, rules=len(others), many=locales.number(sum(others.values()), language))
    axis = axis_of([end["end"] for end in ends], language, counted=_MANY)
    colors = {SEVERITY_WORDS[severity].say(language): color for severity, color in _COLOURS.items()}
    heads = ((ROW, _RULE), ("severity", _SEVERITY), ("found", _FOUND))
    tips = [tip(field, words.say(language)) for field, words in heads]
    body = panel(ends, [segments(values, "severity", colors, tips)], axis)
    return drawn(
        body,
        language=language,
        title=say(_TITLE, language, report=found.report) if title is None else checks.text(title, "title"),
        subtitle=(rest,) if others and rules else (),
    )


__all__ = ["findings"]
