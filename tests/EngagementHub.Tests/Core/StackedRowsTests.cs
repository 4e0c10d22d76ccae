using EngagementHub.Core.Ui;

namespace EngagementHub.Tests.Core;

public sealed class StackedRowsTests
{
    private const string Head = "<thead><tr><th scope=\"col\">Service</th><th scope=\"col\" class=\"hub-number\">Open &amp; late</th><th scope=\"col\"><span>When</span></th></tr></thead>";

    [Fact]
    public void Each_cell_carries_the_words_of_its_column()
    {
        var rows = StackedRows.Of($"{Head}<tbody><tr id=\"a\"><th scope=\"row\">Pay</th><td class=\"hub-number\">3</td><td>today</td></tr></tbody>");

        Assert.Contains("<tr role=\"row\" id=\"a\"><th role=\"rowheader\" scope=\"row\">Pay</th><td role=\"cell\" data-label=\"Open &amp; late\" class=\"hub-number\">3</td><td role=\"cell\" data-label=\"When\">today</td></tr>", rows, StringComparison.Ordinal);
        Assert.Contains("<th role=\"columnheader\" scope=\"col\">Service</th>", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_over_several_columns_has_no_label_and_the_next_one_keeps_its_own()
    {
        var rows = StackedRows.Of($"{Head}<tbody><tr><td colspan=\"2\">In all</td><td>today</td></tr></tbody>");

        Assert.Contains("<td role=\"cell\" colspan=\"2\">In all</td><td role=\"cell\" data-label=\"When\">today</td>", rows, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>")]
    [InlineData("<thead><tr><th colspan=\"2\">A</th><th>B</th><th>C</th></tr></thead><tbody></tbody>")]
    [InlineData("<thead><tr><th>A</th><th>B</th><th>C</th></tr><tr><th>D</th><th>E</th><th>F</th></tr></thead><tbody></tbody>")]
    [InlineData("<tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody>")]
    public void A_table_that_is_narrow_or_has_a_head_of_several_parts_stays_as_it_is(string rows) => Assert.Null(StackedRows.Of(rows));
}
