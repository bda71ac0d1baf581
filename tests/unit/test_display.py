from __future__ import annotations

from kesos.display import TableView

VIEW = TableView(
    caption="Aid & <more>",
    header=("item", "amount"),
    rows=(("<b>rice</b>", "12 kg"), ("x", "")),
    notes=('"source"', "n"),
)


def test_no_markup_of_a_cell_survives_in_html() -> None:
    html = VIEW.html()
    assert html == (
        '<table class="kesos"><caption>Aid &amp; &lt;more&gt;</caption>'
        "<thead><tr><th>item</th><th>amount</th></tr></thead>"
        "<tbody><tr><td>&lt;b&gt;rice&lt;/b&gt;</td><td>12 kg</td></tr><tr><td>x</td><td></td></tr></tbody></table>"
        '<p class="kesos-note"><small>&quot;source&quot;</small></p><p class="kesos-note"><small>n</small></p>'
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
