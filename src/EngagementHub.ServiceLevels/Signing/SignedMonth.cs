using EngagementHub.ServiceLevels.Figures;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>A month of a service level as its owner signed it. It never changes: what was wrong is said in the next revision, and this one stays readable.</summary>
internal sealed class SignedMonth : Entity
{
    private const int ShortestSentence = 10;
    private const int LongestSentence = 1000;
    private readonly List<FrozenRow> _rows = [];

    private SignedMonth(Guid levelId, DateOnly month, int revision) => (LevelId, Month, Revision) = (levelId, month, revision);

    public Guid LevelId { get; private set; }

    public Guid ServiceId { get; private set; }

    /// <summary>The short names of service and level, as in "new-account/delivered".</summary>
    public string Of { get; private set; } = "";

    public DateOnly Month { get; private set; }

    public int Revision { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The name and title that were signed with.</summary>
    public string Signed { get; private set; } = "";

    /// <summary>What the owner says to the figure.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Why the month was signed again; empty for the first time.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The last that had been heard of the tickets.</summary>
    public DateTimeOffset DataAsOf { get; private set; }

    /// <summary>The last event that was known; what has a higher number arrived later.</summary>
    public long LastEvent { get; private set; }

    public FrozenRules Rules { get; private set; } = null!;

    public FrozenTally Tally { get; private set; } = null!;

    public int RowCount { get; private set; }

    public string RowsHash { get; private set; } = "";

    /// <summary>The hash of the revision before; empty for the first.</summary>
    public string Replaces { get; private set; } = "";

    /// <summary>SHA-256 of the record's canonical text.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>By source and ticket; loaded where they are asked for.</summary>
    public IReadOnlyList<FrozenRow> Rows => _rows;

    public string Name => $"r{Revision}";

    public MonthFigure Figure => new(Month, Tally.Figure, Rules.Measure, Rules.Step) { Promised = Rules.Promised, Older = Tally.Older, Signed = new SignedMark(Revision, At) };

    public static SignedMonth Sign(MonthInHand month, Words words, SignedMonth? before, Signature signature)
    {
        if (month.Obstacle(signature.At) is { } obstacle)
        {
            throw new BrokenRuleException(obstacle.Sentence);
        }

        if (signature.By != month.Report.Service.Owner)
        {
            throw new BrokenRuleException("Only the owner of the service signs its months");
        }

        var rules = new BrokenRules();
        var signed = new SignedMonth(month.Report.Level.Id, month.Month, (before?.Revision ?? 0) + 1)
        {
            ServiceId = month.Report.Service.Id,
            Of = $"{month.Report.Service.Slug}/{month.Report.Level.Slug}",
            By = signature.By,
            At = signature.At,
            Signed = signature.Signed,
            Sentence = rules.Keep(() => Checked(words.Sentence, nameof(Sentence), "Say in a sentence what the figure means, in 10 to 1,000 characters")),
            Reason = rules.Keep(() => before is null ? "" : Checked(words.Reason, nameof(Reason), "Say why the month is signed again, in 10 to 1,000 characters")),
            DataAsOf = month.Report.AsOf!.Value,
            LastEvent = month.LastEvent,
            Rules = month.Rules,
            Tally = month.Tally!,
            Replaces = before?.Hash ?? "",
        };
        rules.Refuse();
        signed.Freeze(month);
        return signed;
    }

    private void Freeze(MonthInHand month)
    {
        _rows.AddRange(month.Rows);
        RowCount = _rows.Count;
        RowsHash = MonthRecord.HashOf(_rows);
        Hash = MonthRecord.HashOf(this);
        var detail = $"{month.Report.Service.Name}: {month.Report.Level.Name}, {Say.Month(Month)}, {Name}: {Figure.InWords}{(Reason.Length > 0 ? $". {Reason}" : "")}";
        Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Level, LevelId), Revision == 1 ? "month.signed" : "month.revised", By, At, detail));
    }

    // The record is text by lines: what is said in it keeps to one.
    private static string Checked(string text, string field, string sentence)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length is >= ShortestSentence and <= LongestSentence ? line : throw new BrokenRuleException(sentence, field);
    }
}

/// <summary>What the signatory says: to the figure, and why it is signed again.</summary>
internal sealed record Words(string Sentence, string Reason);
