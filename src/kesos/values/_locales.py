"""How a number, an amount or a date is printed in a locale: the one user of Babel, which loads on first use.

Babel is for output only: what a text means is decided by kesos.wording.
"""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

from kesos.errors import InvalidValueError
from kesos.words import Language

if TYPE_CHECKING:
    from babel import Locale

MOST_DIGITS = 1_000
"""No number with more digits than this before or after the decimal mark is printed (or read)."""
_TOO_LARGE = 10**MOST_DIGITS
_EVERY_DIGIT = Context(prec=2 * MOST_DIGITS + 10)  # whatever the caller's own context would round or trap


@lru_cache(maxsize=64)
def _known_locale(name: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(name, sep="_" if "_" in name else "-")
    except (UnknownLocaleError, ValueError):
        return None


def _locale(name: object) -> Locale:
    known = _known_locale(name) if isinstance(name, str) else None
    if known is None:
        raise InvalidValueError("unknown_locale", field="locale", value=name)
    return known


def words_language(locale: str) -> Language:
    """The language of the words around a number in `locale`: Indonesian for Indonesian, else English.

    >>> words_language("id_ID"), words_language("nl")
    ('id', 'en')
    """
    return "id" if _locale(locale).language == "id" else "en"


def number(value: int | Decimal, locale: str) -> str:
    """`value` with every digit that it has.

    >>> number(Decimal("1234567.50"), "id")
    '1.234.567,50'
    """
    from babel.numbers import format_decimal

    exact = _printable(value, "number")
    decimals = max(0, -int(exact.as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    with localcontext(_EVERY_DIGIT):
        return format_decimal(exact, format=pattern, locale=_locale(locale), decimal_quantization=False)


def _printable(value: int | Decimal, field: str) -> Decimal:
    if isinstance(value, int):
        fits = -_TOO_LARGE < value < _TOO_LARGE
    else:
        exponent = value.as_tuple().exponent
        fits = isinstance(exponent, int) and exponent >= -MOST_DIGITS and value.adjusted() < MOST_DIGITS
    if not fits:
        raise InvalidValueError("not_printable", field=field, value=value, most=MOST_DIGITS)
    return Decimal(value)


def rupiah(amount: int | Decimal, locale: str) -> str:
    """An amount of rupiah, with two decimals where it is not whole.

    >>> rupiah(36_120_000, "id"), rupiah(Decimal("950000.5"), "id")
    ('Rp36.120.000', 'Rp950.000,50')
    """
    from babel.numbers import format_currency

    exact = _printable(amount, "amount")
    with localcontext(_EVERY_DIGIT):
        return format_currency(
            exact,
            "IDR",
            format="¤#,##0.00" if _decimals_of_rupiah(exact) else "¤#,##0",
            locale=_locale(locale),
            currency_digits=False,
            decimal_quantization=False,
        )


def _decimals_of_rupiah(exact: Decimal) -> int:
    return 0 if exact == exact.to_integral_value() else 2


def bare_rupiah(amount: int | Decimal, locale: str) -> tuple[str, str]:
    """An amount of rupiah as `rupiah` prints it, its number and the sign apart.

    >>> bare_rupiah(Decimal("950000.5"), "en")
    ('950,000.50', 'Rp')
    """
    exact = _printable(amount, "amount")
    return number(_with_decimals(exact, _decimals_of_rupiah(exact)), locale), "Rp"


def _with_decimals(exact: Decimal, decimals: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-decimals), context=_EVERY_DIGIT)


def money(value: Decimal, currency: str, digits: int, locale: str) -> str:
    """An amount of a currency that has so many digits, with all of them or as many as are usual, whichever shows it.

    >>> money(Decimal("863771040.5"), "PHP", 2, "en"), money(Decimal(1_500), "JPY", 0, "id")
    ('₱863,771,040.50', 'JP¥1.500')
    """
    from babel.numbers import format_currency

    exact, known = _printable(value, "amount"), _locale(locale)
    pattern = None
    if _is_finer(exact, currency):
        pattern = known.currency_formats["standard"].pattern.replace(".00", "." + "0" * digits)
    with localcontext(_EVERY_DIGIT):
        return format_currency(
            exact,
            currency,
            format=pattern,
            locale=known,
            currency_digits=pattern is None,
            decimal_quantization=False,
        )


def _is_finer(exact: Decimal, currency: str) -> bool:
    """Whether an amount has more decimals than are usual for its currency."""
    from babel.numbers import get_currency_precision

    return -int(exact.as_tuple().exponent) > get_currency_precision(currency)


def bare_money(value: Decimal, currency: str, digits: int, locale: str) -> tuple[str, str]:
    """An amount of a currency as `money` prints it, its number and the sign apart.

    >>> bare_money(Decimal("12.5"), "USD", 2, "en"), bare_money(Decimal(1_500), "JPY", 0, "id")
    (('12.50', '$'), ('1.500', 'JP¥'))
    """
    from babel.numbers import get_currency_precision, get_currency_symbol

    exact = _printable(value, "amount")
    decimals = digits if _is_finer(exact, currency) else get_currency_precision(currency)
    return number(_with_decimals(exact, decimals), locale), get_currency_symbol(currency, _locale(locale))


def percent(value: Decimal, locale: str) -> str:
    """`value` percent, with every digit that it has; no blank stands before the sign, in either language (CLDR).

    >>> percent(Decimal("35.45"), "id"), percent(Decimal("35.45"), "en")
    ('35,45%', '35.45%')
    """
    return f"{number(value, locale)}%"


def rounded(locale: str) -> str:
    """The word that stands beside a number of which digits were dropped.

    >>> rounded("id"), rounded("en")
    ('dibulatkan', 'rounded')
    """
    return "dibulatkan" if words_language(locale) == "id" else "rounded"


def day(value: date, locale: str, pattern: str = "d MMMM yyyy") -> str:
    """A date, or with another CLDR pattern a part of one.

    >>> day(date(2017, 2, 25), "id"), day(date(2017, 6, 1), "en", "MMMM yyyy")
    ('25 Februari 2017', 'June 2017')
    """
    from babel.dates import format_date

    return format_date(value, format=pattern, locale=_locale(locale))
