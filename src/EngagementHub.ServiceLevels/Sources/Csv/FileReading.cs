using EngagementHub.ServiceLevels.Intake;

namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>A file as it would be taken in by rules that are not saved yet: its form, its first rows as understood, the states that occur, and what has to be answered first.</summary>
internal sealed class FileReading
{
    private const int SampleRows = 20_000;
    private const int PreviewRows = 10;
    private const int MostStates = 60;
    public const int MostShown = 20;

    private readonly Dictionary<string, int> _states = new(StringComparer.OrdinalIgnoreCase);

    private FileReading(FileForm form, MappingRules rules) => (Form, Rules) = (form, rules);

    public FileForm Form { get; }

    /// <summary>The rules with what the file showed filled in.</summary>
    public MappingRules Rules { get; private set; }

    public DateEvidence Dates { get; } = new();

    /// <summary>The states of the first rows, with how often they occur.</summary>
    public IReadOnlyList<(string State, int Rows)> States => [.. _states.OrderByDescending(state => state.Value).Take(MostStates).Select(state => (state.Key, state.Value))];

    public IReadOnlyList<(long Line, LogRow? Row, Rejection? Rejection)> Preview { get; private set; } = [];

    /// <summary>The first rows as they stand in the file.</summary>
    public IReadOnlyList<string[]> Raw { get; private set; } = [];

    /// <summary>Why no row can be understood yet.</summary>
    public BrokenRuleException? Problem { get; private set; }

    /// <param name="file">The file; read from its beginning.</param>
    /// <param name="chosen">The rules that were chosen; nothing to guess them.</param>
    /// <param name="now">No event is later.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BrokenRuleException">It is no text file of rows and columns.</exception>
    public static async Task<FileReading> OfAsync(Stream file, MappingRules? chosen, DateTimeOffset now, CancellationToken cancellation)
    {
        var form = await FormOfAsync(file, chosen, cancellation);
        var reading = new FileReading(form, chosen ?? ColumnGuess.Of(form.Heading, column => Repeats(file, form, column)));
        reading.Raw = [.. Sample(file, form, [.. form.Heading.Take(MostShown)]).Take(3).Select(row => row.Cells)];
        reading.LookThrough(file);
        reading.Understand(file, now);
        return reading;
    }

    // A mapping made for commas reads the same list with semicolons too, when its columns are then all there.
    private static async Task<FileForm> FormOfAsync(Stream file, MappingRules? rules, CancellationToken cancellation)
    {
        file.Position = 0;
        var said = rules?.Delimiter is [var delimiter] ? delimiter : (char?)null;
        var form = await FileForm.OfAsync(file, rules?.Encoding, said, cancellation);
        if (said is null || Has(form, rules!))
        {
            return form;
        }

        file.Position = 0;
        var shown = await FileForm.OfAsync(file, rules!.Encoding, null, cancellation);
        return Has(shown, rules) ? shown : form;
    }

    private static bool Has(FileForm form, MappingRules rules) => rules.Columns.All(column => form.Heading.Contains(column, StringComparer.OrdinalIgnoreCase));

    private static bool Repeats(Stream file, FileForm form, string column)
    {
        HashSet<string> seen = [];
        return Sample(file, form, [column]).Any(row => !seen.Add(row.Cells[0]));
    }

    private static IEnumerable<(string[] Cells, long Line)> Sample(Stream file, FileForm form, IReadOnlyList<string> columns)
    {
        file.Position = 0;
        int[] places = [.. columns.Select(column => form.PlaceOf(column))];
        var rows = form.Rows(file);
        rows.Read();
        for (var row = 0; row < SampleRows && rows.Read(); row++)
        {
            yield return ([.. places.Select(place => place >= 0 && place < rows.Count ? rows[place].Trim().ToString() : "")], rows.Line);
        }
    }

    private void LookThrough(Stream file)
    {
        foreach (var (cells, line) in Sample(file, Form, [Rules.State, Rules.EventTime, Rules.Opened, Rules.Resolved]))
        {
            if (cells[0].Length is > 0 and <= 80 && cells[0] != Rules.Missing)
            {
                _states[cells[0]] = _states.GetValueOrDefault(cells[0]) + 1;
            }

            foreach (var time in cells.Skip(1))
            {
                Dates.Hear(time, line);
            }
        }

        Rules = Rules.TimeFormat.Length == 0 && Dates.Order is { } order ? Rules with { TimeFormat = WrittenTime.NameOf(order) } : Rules;
    }

    private void Understand(Stream file, DateTimeOffset now)
    {
        try
        {
            var rules = Rules.TimeFormat.Length > 0 ? Rules : throw new BrokenRuleException(Dates.Question, nameof(MappingRules.TimeFormat));
            rules.Check();
            file.Position = 0;
            var rows = new TicketFile(Form.Rows(file), rules, now + TicketIntake.Skew);
            Preview = [.. rows.Rows().Take(PreviewRows).Select(read => (read.Row?.Line ?? read.Rejection!.Line, read.Row, read.Rejection))];
            Problem = Preview.Count > 0 ? null : new BrokenRuleException("The file has a heading and no rows: choose another");
        }
        catch (BrokenRuleException broken)
        {
            Problem = broken;
        }
    }
}
