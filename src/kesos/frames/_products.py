"""What the count of one cell comes to: count × times × rate, in 64 bits or not at all."""

from __future__ import annotations

from kesos.frames import _expressions as ex
from kesos.frames._asked import Asked, Scale
from kesos.frames._expressions import TRUE, ZERO, Node
from kesos.frames._faults import Fault
from kesos.frames._priced import Priced
from kesos.frames._times import Met, met_rows
from kesos.values import Rounding


def of_cell(
    asked: Asked, count: Node, rows: list[Priced], scale: Scale, totals: list[Node], faults: list[Fault]
) -> tuple[list[Node], Node]:
    """What is owed at both ends, with this cell added to it, and whether that is too large."""
    met, without = met_rows(asked, rows)
    faults.extend(without)
    too_large: list[Node] = []
    sums = list(totals)
    sizes = dict.fromkeys(row.group for row, _, _ in met)
    for size in sizes:
        grouped = _groups(count, size, asked.item.rounding)
        of_size = [each for each in met if each.row.group == size]
        for end in (0, 1):
            if end == 1 and _same_ends(met) and totals[0] is totals[1]:
                sums[1] = sums[0]
                continue
            factor, plain = _factor(of_size, end, scale)
            if plain:
                product, fits = ex.fitting_product(grouped, factor)
            else:
                product, fits = _one_by_one(grouped, of_size, end, scale)
            sums[end], held = ex.fitting_sum(sums[end], product)
            too_large += [ex.negate(fits), ex.negate(held)]
    return sums, ex.any_of(too_large)


def _same_ends(met: list[Met]) -> bool:
    return all(row.least == row.most and times.least is times.most for row, times, _ in met)


def _rate(row: Priced, end: int, scale: Scale) -> int:
    return scale.of((row.least, row.most)[end])


def _factor(met: list[Met], end: int, scale: Scale) -> tuple[Node, bool]:
    """Times × rate over the rows, where 64 bits hold it in every row."""
    factor, most = ZERO, 0
    for row, times, _ in met:
        rate = _rate(row, end, scale)
        most += times[end].most * rate
        if most > ex.LARGEST and not (len(met) == 1 and (times[end].op == "table" or times[end].constant is not None)):
            return ZERO, False
        factor = ex.add(factor, ex.multiply(times[end], ex.const(rate)))
    return factor, True


def _one_by_one(count: Node, met: list[Met], end: int, scale: Scale) -> tuple[Node, Node]:
    """The same sum where a rate is so large that times × rate may not fit: count × times first."""
    total, fits = ZERO, []
    for row, times, _ in met:
        often, held = ex.fitting_product(count, times[end])
        product, held_too = ex.fitting_product(often, ex.const(_rate(row, end, scale)))
        total, held_all = ex.fitting_sum(total, product)
        rate_counts = _rate(row, end, scale) > 0
        fits += [held if rate_counts else TRUE, held_too, held_all]
    return total, ex.all_of(fits)


def _groups(count: Node, size: int, rounding: Rounding | None) -> Node:
    """One amount for so many: how many groups there are, the rest counted as is declared."""
    if size == 1 or rounding is None:
        return count
    whole, rest = ex.divide(count, ex.const(size)), ex.remainder(count, size)
    if rounding is Rounding.DOWN:
        return whole
    least = 1 if rounding is Rounding.UP else (size + 1) // 2
    return ex.add(whole, ex.at_most(ex.const(least), rest))


__all__ = ["of_cell"]
