namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>What the dates of a file say about the order of their day and month: 29/02/2016 can be read in one way only, 03/04/2016 in two.</summary>
internal sealed class DateEvidence
{
    private bool _yearFirst = true;
    private (string Text, long Line)? _dayFirst;
    private (string Text, long Line)? _monthFirst;
    private string? _example;

    /// <summary>The order, when the dates leave no doubt.</summary>
    public DateOrder? Order => _example is null || IsMixed ? null
        : _yearFirst ? DateOrder.YearFirst
        : _dayFirst is not null ? DateOrder.DayFirst
        : _monthFirst is not null ? DateOrder.MonthFirst
        : null;

    private bool IsMixed => _dayFirst is not null && _monthFirst is not null;

    /// <summary>What is to be asked when there is a doubt.</summary>
    public string Question => _dayFirst is { } day && _monthFirst is { } month
        ? $"Line {day.Line} has the day first ({day.Text}) and line {month.Line} the month ({month.Text}): choose the one that is meant, and correct the other rows"
        : _example is { } example ? $"Every date, such as {example}, could have the day or the month first: say which"
        : "No time was found: choose the columns that hold times";

    public void Hear(ReadOnlySpan<char> text, long line)
    {
        text = text.Trim();
        var allows = WrittenTime.Allows(text);
        if (text.IsEmpty || allows is (true, true, true) or (false, false, false))
        {
            return;
        }

        _example ??= text.ToString();
        _yearFirst &= allows.YearFirst;
        _dayFirst = allows is (true, false, false) ? _dayFirst ?? (text.ToString(), line) : _dayFirst;
        _monthFirst = allows is (false, true, false) ? _monthFirst ?? (text.ToString(), line) : _monthFirst;
    }
}
