using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>A ticket system's file, read row by row.</summary>
internal sealed class TicketFile : IDisposable
{
    private readonly CsvParser _parser;
    private readonly RowReader _rows;

    /// <exception cref="BrokenRuleException">The file is empty or not the one the mapping is made for.</exception>
    public TicketFile(TextReader text, MappingRules rules, DateTimeOffset now)
    {
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = rules.Delimiter, Mode = CsvMode.RFC4180, BadDataFound = null });
        _rows = new RowReader(rules, _parser.Read() ? _parser.Record! : throw new BrokenRuleException("The file is empty: choose a file with a heading and rows"), now);
    }

    /// <summary>Each row, understood or rejected.</summary>
    public IEnumerable<(LogRow? Row, Rejection? Rejection)> Rows()
    {
        while (_parser.Read())
        {
            yield return Understand(_parser.Record!, _parser.RawRow);
        }
    }

    public void Dispose() => _parser.Dispose();

    private (LogRow? Row, Rejection? Rejection) Understand(string[] row, long line)
    {
        try
        {
            return (_rows.Read(row, line), null);
        }
        catch (RejectedRowException rejected)
        {
            return (null, rejected.At(line));
        }
    }
}
