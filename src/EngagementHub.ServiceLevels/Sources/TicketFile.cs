using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>A ticket system's file, read row by row.</summary>
internal sealed class TicketFile : IDisposable
{
    private readonly CsvRows _file;
    private readonly RowReader _rows;

    /// <exception cref="BrokenRuleException">The file is empty or not the one the mapping is made for.</exception>
    public TicketFile(TextReader text, MappingRules rules, DateTimeOffset latest)
        : this(new CsvRows(text, rules.Delimiter is [var delimiter] ? delimiter : ','), rules, latest)
    {
    }

    /// <exception cref="BrokenRuleException">The file is empty or not the one the mapping is made for.</exception>
    public TicketFile(CsvRows file, MappingRules rules, DateTimeOffset latest)
    {
        _file = file;
        _rows = new RowReader(rules, _file.Read() ? _file.Cells() : throw new BrokenRuleException("The file is empty: choose a file with a heading and rows"), latest);
    }

    /// <summary>The row that was read last, as it stands in the file.</summary>
    public CsvRows Raw => _file;

    /// <summary>Each row, understood or rejected.</summary>
    public IEnumerable<(LogRow? Row, Rejection? Rejection)> Rows()
    {
        while (_file.Read())
        {
            yield return Understand();
        }
    }

    public void Dispose() => _file.Dispose();

    private (LogRow? Row, Rejection? Rejection) Understand()
    {
        try
        {
            return (_rows.Read(_file), null);
        }
        catch (RejectedRowException rejected)
        {
            return (null, rejected.At(_file.Line));
        }
    }
}
