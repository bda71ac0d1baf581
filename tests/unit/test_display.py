from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import evolve

from kesos.errors import InvalidValueError
from kesos.values import TableView, Text
from kesos.values._display import UNKNOWN, UNSPECIFIED, unsaid

VIEW = TableView(
    caption="Aid & <more>",
    header=("item", "amount"),
    rows=(("<b>rice</b>", "12 kg"), ("x", "")),
    notes=('"source"', "n"),
)


def test_no_markup_of_a_cell_survives_in_html() -> None:
    html, left = VIEW.html(), 'style="text-align:left"'
    assert html == (
        '<div class="kesos" style="overflow-x:auto"><table class="kesos" cellpadding="5" rules="all" frame="box">'
        f"<caption {left}>Aid &amp; &lt;more&gt;</caption>"
        f"<thead><tr><th {left}>item</th><th {left}>amount</th></tr></thead>"
        f"<tbody><tr><td {left}>&lt;b&gt;rice&lt;/b&gt;</td><td {left}>12 kg</td></tr>"
        f"<tr><td {left}>x</td><td {left}></td></tr></tbody></table></div>"
        '<p class="kesos-note" style="margin:0"><small>&quot;source&quot;</small></p>'
        '<p class="kesos-note" style="margin:0"><small>n</small></p>'
    )


def test_markdown_has_numbers_to_the_right_totals_in_bold_and_no_living_mark_of_a_cell() -> None:
    view = TableView(
        caption="Desa\n*X*",
        header=("item", "kg"),
        rows=(("a | b", "2"), ("c\nd", "<b>"), ("Total", "")),
        notes=("    four blanks are no program", "~x~ &amp;"),
        numbers=(1,),
        totals=(2,),
    )
    assert view.markdown().split("\n") == [
        "**Desa \\*X\\***",
        "",
        "| item | kg |",
        "| --- | ---: |",
        "| a \\| b | 2 |",
        "| c d | \\<b\\> |",
        "| **Total** |  |",
        "",
        "four blanks are no program",
        "",
        "\\~x\\~ \\&amp;",
    ]


def test_words_of_neighbouring_columns_do_not_run_together_on_a_page() -> None:
    attributes = VIEW.html().partition("<table ")[2].partition(">")[0]
    assert 'rules="all"' in attributes
    assert int(attributes.partition('cellpadding="')[2].partition('"')[0]) >= 3


def test_columns_stand_under_each_other_in_a_terminal() -> None:
    assert VIEW.plain().split("\n") == [
        "Aid & <more>",
        "item         amount",
        "-----------  ------",
        "<b>rice</b>  12 kg",
        "x",
        '"source"',
        "n",
    ]


def test_a_table_without_rows_is_a_header() -> None:
    assert TableView(caption="c", header=("a",), rows=()).plain() == "c\na\n-"
    assert "<tbody></tbody>" in TableView(caption="c", header=("a",), rows=()).html()


def test_a_line_break_in_a_cell_does_not_break_the_table() -> None:
    view = TableView(caption="Banjir,\nDesa X", header=("a", "b"), rows=(("Desa\r\nX", "1"),))
    assert str(view) == view.plain()
    assert view.plain().splitlines() == ["Banjir, Desa X", "a       b", "------  -", "Desa X  1"]


SUMS = TableView(
    caption="c",
    header=("place", "people"),
    rows=(("A", "1.200"), ("B", "tidak diketahui"), ("Jumlah", "1.200 [1]")),
    numbers=(1,),
    totals=(2,),
    unknown=((1, 1),),
)


def test_numbers_stand_to_the_right_in_a_terminal_and_a_line_stands_over_a_total() -> None:
    assert SUMS.plain().splitlines() == [
        "c",
        "place            people",
        "------  ---------------",
        "A                 1.200",
        "B       tidak diketahui",
        "------  ---------------",
        "Jumlah        1.200 [1]",
    ]


def test_numbers_stand_to_the_right_on_a_page_totals_in_bold_and_what_is_not_known_is_marked() -> None:
    rows = [row.split("</td>")[:2] for row in SUMS.html().split("<tr>")[2:]]
    assert all("text-align:left" in row[0] and "text-align:right" in row[1] for row in rows)
    assert [("<b>" in row[0], "<em>" in row[1]) for row in rows] == [(False, False), (False, True), (True, False)]
    assert "white-space:nowrap" in rows[0][1]
    assert "white-space:nowrap" not in rows[1][1]  # words may be broken, a number is not
    assert "white-space:nowrap" not in SUMS.html().split("</thead>")[0]


@pytest.mark.parametrize(("totals", "lines"), [((1, 2), [1]), ((0, 1), []), ((0, 2), [2]), ((), [])])
def test_a_line_stands_between_totals_and_what_is_above_them(totals: tuple[int, ...], lines: list[int]) -> None:
    view = evolve(SUMS, totals=totals)
    rows = view.html().split("<tr>")[2:]
    assert [at for at, row in enumerate(rows) if "border-top" in row] == lines
    assert [at for at, row in enumerate(rows) if "<b>" in row] == list(totals)
    assert view.plain().count("------  --") == 1 + len(lines)


def test_no_colour_is_fixed_so_that_a_table_reads_in_the_light_and_in_the_dark() -> None:
    assert "currentColor" in SUMS.html()
    assert not any(word in SUMS.html() for word in ("#", "rgb", "background", "color:"))


def test_a_wide_table_scrolls_by_itself_and_shows_itself_in_a_notebook() -> None:
    assert SUMS.html().startswith('<div class="kesos" style="overflow-x:auto"><table')
    assert SUMS._repr_html_() == SUMS.html()


def test_a_text_that_reads_like_what_is_not_known_is_a_text() -> None:
    for words in ("not known", "Tidak diketahui", "tidak diketahui", "no number is given"):
        view = TableView(caption="c", header=(words, "people"), rows=((words, words),), numbers=(1,))
        assert "<em>" not in view.html()
        assert view.unknown == ()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("words", [UNKNOWN, UNSPECIFIED])
def test_a_cell_that_says_nothing_is_told_by_its_value_and_is_a_plain_text(words: Text, language: str) -> None:
    said = words.say(language)
    view = TableView(
        caption="c",
        header=("a", "b"),
        rows=((said, unsaid(words, language, "; 3 kg")), (unsaid(words, language), said)),
    )
    assert view.unknown == ((0, 1), (1, 0))
    assert view.rows == ((said, f"{said}; 3 kg"), (said, said))
    assert {type(cell) for row in view.rows for cell in row} == {str}
    assert [("<em>" in cell) for cell in view.html().split("<td")[1:]] == [False, True, True, False]
    assert evolve(view, caption="c") == view == pickle.loads(pickle.dumps(view))


@pytest.mark.parametrize("unknown", [((2, 0),), ((0, 2),), ((-1, 0),), ((0,),), (0,), ((0, True),), 3])
def test_what_is_not_known_is_a_cell_that_is_there(unknown: Any) -> None:
    with pytest.raises(InvalidValueError) as refused:
        TableView(caption="c", header=("a", "b"), rows=(("1", "2"), ("3", "4")), unknown=unknown)
    assert (refused.value.field or "").startswith("unknown")


@pytest.mark.parametrize(("field", "place"), [("numbers", 2), ("totals", 3)])
def test_a_column_of_numbers_and_a_total_are_there(field: str, place: int) -> None:
    with pytest.raises(InvalidValueError) as refused:
        evolve(SUMS, **{field: (place,)})
    assert (refused.value.code, refused.value.field, refused.value.value) == ("out_of_range", field, place)


def test_a_long_text_is_not_squeezed_into_a_narrow_column() -> None:
    row = ("x" * 29, "x" * 30, "x" * 149, "x" * 150)
    view = TableView(caption="c", header=tuple("abcd"), rows=(row,))
    assert [at.partition("em")[0] for at in view.html().split("min-width:")[1:]] == ["14", "14", "28"]
