from __future__ import annotations

from kesos.values import TableView

VIEW = TableView(
    caption="Aid & <more>",
    header=("item", "amount"),
    rows=(("<b>rice</b>", "12 kg"), ("x", "")),
    notes=('"source"', "n"),
)


def test_no_markup_of_a_cell_survives_in_html() -> None:
    html, left = VIEW.html(), 'style="text-align:left"'
    assert html == (
        f'<table class="kesos"><caption {left}>Aid &amp; &lt;more&gt;</caption>'
        f"<thead><tr><th {left}>item</th><th {left}>amount</th></tr></thead>"
        f"<tbody><tr><td {left}>&lt;b&gt;rice&lt;/b&gt;</td><td {left}>12 kg</td></tr>"
        f"<tr><td {left}>x</td><td {left}></td></tr></tbody></table>"
        '<p class="kesos-note" style="margin:0"><small>&quot;source&quot;</small></p>'
        '<p class="kesos-note" style="margin:0"><small>n</small></p>'
    )


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
