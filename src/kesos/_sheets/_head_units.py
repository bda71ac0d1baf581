"""What the words over a column say of its figures besides what they are: in thousands, in dollars, of some of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kesos._sheets._fields import Field
from kesos.errors import TableError
from kesos.wording._amounts import UNIT_WORDS
from kesos.words import hint

_PEOPLE: Final = frozenset({"person"})
_HOUSES: Final = frozenset({"house", "unit", "piece"})
BUILDINGS: Final = frozenset({"unit", "piece"})
UNITS_OF: Mapping[str, frozenset[str]] = {
    "families": frozenset({"family"}),
    "people": _PEOPLE,
    **dict.fromkeys(
        (f"counts.{code}" for code in ("dead", "missing", "injured", "displaced", "suffering", "infant", "under_five",
                                       "child", "elderly", "pregnant", "disabled")), _PEOPLE,
    ),
    **dict.fromkeys(("counts.house", "counts.house_flooded", "damage.houses"), _HOUSES),
    **dict.fromkeys(("counts.building", "damage.heavy", "damage.light"), BUILDINGS | _HOUSES),
    **dict.fromkeys(("damage.businesses", "damage.public_facilities", "counts.business", "counts.public_facility"),
                    BUILDINGS),
}  # fmt: skip
"""The units that people write after the numbers of a column: "1 orang" under Luka."""
_MORE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("total", "distributed", "undistributed", "unprinted"), BUILDINGS | {"card", "family", "sheet"}),
    **dict.fromkeys(("counts.building", "damage.heavy", "damage.light"), BUILDINGS | _HOUSES | {"building"}),
    "counts.household": frozenset({"household", "family"}),
    "member.age": frozenset({"year"}),
}
"""The units that people write in brackets behind a head besides."""
_MONEY: Final = frozenset({"IDR"})
_UNITS: Final = frozenset(
    {"jiwa", "orang", "kk", "rp", "rupiah", "unit", "buah", "rumah", "people", "families", "idr", "%", "persen"}
)
"""What stands under a head as its unit without brackets; others do in them alone, for "desa" is a head as well."""
_BESIDE_SCALE: Final = frozenset({"x", "dalam", "in", "satuan", "us"})
_UNIT_OF_WORD: Mapping[str, str] = {**UNIT_WORDS, "rp": "IDR", "persen": "%", "%": "%"}

_SCALE: Final = r"(?:ribu|juta|jt|mil[iy]ar|tril[iy]y?un|thousand|million|billion|trillion)(?:an|s)?"
_SCALED = re.compile(rf"\b{_SCALE}\b|\b(?:x|dalam|in) ?1[.,]?000(?:[.,]?000)*\b", re.IGNORECASE)
_SCALE_ALONE = re.compile(_SCALE)
_ZEROS = re.compile(r"1?(?:000)*")
_SCALED_MONEY = re.compile(
    r"\brp\.? ?'?(?:1[.,]?)?000(?:[.,]?000)*\b"  # (x Rp1.000), (Rp 000)
    r"|\((?:[mt]|'?000)\)|\brp\.? ?(?:rb|[mt])\b|\brb\.? ?rp\b",  # (M), Rp T, Rb Rp
    re.IGNORECASE,
)
_MONEY_WORD: Final = r"(?:rupiah|rp|idr)\b\.?"
_SCALED_TITLE = re.compile(
    rf"\b(?:dalam|in|satuan)\W+(?:satuan\W+)?(?:rp\W*)?(?:{_SCALE}\W+(?:of\W+)?{_MONEY_WORD}"
    rf"|(?:ribu|juta|mil[iy]ar|tril[iy]y?un)an\b|1[.,]?000(?:[.,]?000)*\b|{_SCALE}\s*(?:[).;]|$))"
    rf"|\b(?:rp|idr)\W*{_SCALE}\b"
    rf"|(?:^|[(\-–—:;,/])\s*{_SCALE}\s+{_MONEY_WORD}"  # (Juta Rupiah), LRA - ribu Rp
    rf"|(?:^|\()\s*{_SCALE}\s*(?:\)|$)|\(\s*'?000\s*\)|\brp\.?\s*'?000\b"
    r"|\(\s*(?:rp\.?\s*)?x\s*(?:rp\.?\s*)?1[.,]?000(?:[.,]?000)*\b",  # (x Rp1.000)
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"\b(?:usd|sgd|eur|myr|jpy|gbp|aud|doll?ars?)\b|[$€£¥]", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    r"\b(?:mm?|bln|bulan|month)\W+(?:dd?|hh?|tgl|tanggal|hari|day)\W+(?:yy|tahun|th|year)", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:l|p|lk|pr|laki|pria|perempuan|wanita|bayi|balita|anak|remaja|dewasa|lansia|lanjut usia|hamil|menyusui"
    r"|rb|rs|rr|berat|sedang|ringan|heavy|heavily|moderate|light|slight"
    r"|disabilitas|difabel|male|female|men|women|boys|girls|children|elderly|infants?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:penduduk|terancam|target|rencana|penerima|personil|personel|relawan|petugas|population|at risk|planned)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+|[%$€£¥]")


def is_unit(text: str) -> bool:
    """Whether what stands under a head, or in brackets behind it, is but the unit of its figures, scaled or not.

    >>> [is_unit(text) for text in ("Jiwa", "(Rp juta)", "Rp x 1.000", "(USD)", "(ha)", "Desa", "L")]
    [True, True, True, True, True, False, False]
    """
    words = _WORD.findall(text.casefold())
    if text.strip().startswith("(") and (" ".join(words) in UNIT_WORDS or words == ["000"]):
        return True
    said = [word for word in words if word not in _BESIDE_SCALE and not _ZEROS.fullmatch(word)]
    return bool(said) and all(
        word in _UNITS or _SCALE_ALONE.fullmatch(word) or _FOREIGN.fullmatch(word) for word in said
    )


def is_scaled(head: str, *, is_money: bool) -> bool:
    """Whether the figures under a head are thousands, millions or more of what they count.

    >>> heads = ("Pagu (Juta Rupiah)", "Pagu (x Rp1.000)", "Pagu (Rp)", "Bantuan di Kepulauan Seribu")
    >>> [is_scaled(head, is_money=True) for head in heads]
    [True, True, False, False]
    """
    return _SCALED.search(head) is not None or (is_money and _SCALED_MONEY.search(head) is not None)


def leaves_number(words: str) -> bool:
    """Whether words beside a number leave it what it is: no thousands of it, and no money of another country.

    >>> [leaves_number(words) for words in (" orang", " juta", "$")]
    [True, False, False]
    """
    return not is_scaled(words, is_money=True) and _FOREIGN.search(words) is None


def is_scaled_title(title: str) -> bool:
    """Whether the words over a table say so of all that is money in it.

    >>> titles = ("(dalam jutaan rupiah)", "Realisasi APBD (ribu Rp)", "Juta Rupiah", "Bantuan sebesar Rp 5 juta")
    >>> [is_scaled_title(title) for title in titles]
    [True, True, True, False]
    """
    return _SCALED_TITLE.search(title) is not None


def is_of_some(words: str) -> bool:
    """Whether the words in brackets behind a head say that it counts some of those that it names.

    >>> is_of_some("perempuan"), is_of_some("orang")
    (True, False)
    """
    return _PART.search(words) is not None


def is_of_others(words: str) -> bool:
    """Whether the words in brackets behind a head say that it counts other people than a disaster struck.

    >>> is_of_others("penduduk"), is_of_others("data awal")
    (True, False)
    """
    return _OTHERS.search(words) is not None


def counts_another(words: str, field: Field) -> bool:
    """Whether the words in brackets behind a head name what the figures of a field are not: (ha) behind a loss.

    >>> from kesos.values import Text
    >>> displaced = Field("counts.displaced", "count", Text("Mengungsi", "Displaced"))
    >>> [counts_another(words, displaced) for words in ("KK", "%", "jiwa", "data awal")]
    [True, True, False, False]
    """
    unit = _UNIT_OF_WORD.get(words.strip(" ().").casefold())
    if unit is None or field.kind not in ("count", "kk_jiwa", "amount"):
        return False
    code = field.code.partition("[")[0]
    own = _MONEY if field.kind == "amount" else UNITS_OF.get(code, frozenset()) | _MORE.get(code, frozenset())
    return unit not in own


def puts_months_first(head: str) -> bool:
    """Whether a head says that under it the month stands before its day.

    >>> puts_months_first("Tanggal (mm/dd/yyyy)"), puts_months_first("Tanggal (dd/mm/yyyy)")
    (True, False)
    """
    return _MONTH_FIRST.search(head) is not None


def check_figures(code: str, kind: str, head: str) -> None:
    """Says nothing where what stands under a head is what it counts, one by one, or rupiah.

    Raises:
        TableError: It is thousands or millions of it, or money of another country.
    """
    is_money = kind == "amount"
    if kind in ("count", "kk_jiwa", "amount", "quantity") and is_scaled(head, is_money=is_money):
        raise scaled(code, head)
    if is_money and _FOREIGN.search(head):
        raise TableError("foreign_currency.column", field=f"columns.{code}", value=head)


def scaled(code: str, words: str) -> TableError:
    """That the figures of a column are thousands or millions."""
    return TableError("scaled_column", field=f"columns.{code}", value=words, hint=hint("scaled_column", of=code))
