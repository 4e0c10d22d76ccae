using EngagementHub.ServiceLevels.Catalogue;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>A web service that is asked again and again for its tickets: how it is read, how far it was read, and how that goes.</summary>
internal sealed class RestSource : Entity
{
    private const int MostRefused = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private List<RefusedRecord> _refused = [];

    private RestSource(string name) => Name = name;

    /// <summary>Its short name in the address, and the source of its tickets.</summary>
    public string Name { get; private set; }

    public string Title { get; private set; } = "";

    public RestRules Rules { get; private set; } = new();

    /// <summary>Encrypted; written, never shown.</summary>
    public string Secret { get; private set; } = "";

    public RestCursor Cursor { get; private set; } = RestCursor.From(default);

    public int Seconds { get; private set; } = 60;

    /// <summary>After so much silence its figures are called old: it was asked several times then.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(Math.Max(900, Seconds * 10));

    public DateTimeOffset? PausedAt { get; private set; }

    public DateTimeOffset NextAt { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>When everything there was to read had been read last.</summary>
    public DateTimeOffset? LastGoodAt { get; private set; }

    public int TroublesInARow { get; private set; }

    public string Trouble { get; private set; } = "";

    public string Cure { get; private set; } = "";

    public long Accepted { get; private set; }

    public long Duplicates { get; private set; }

    public long Rejected { get; private set; }

    public long Read => Accepted + Duplicates + Rejected;

    /// <summary>The last records that could not be taken in.</summary>
    public IReadOnlyList<RefusedRecord> Refused => _refused;

    private SubjectRef Subject => new(ServiceLevelSubjects.RestSource, Id);

    public static RestSource Connect(string title, RestRules rules, DateTimeOffset from, Act act)
    {
        var source = new RestSource(SlugText.Checked(SlugText.From(title), nameof(Title))) { Cursor = RestCursor.From(from), NextAt = act.At };
        source.Describe(title, rules, 60, act);
        return source;
    }

    public void Describe(string title, RestRules rules, int seconds, Act act)
    {
        rules.Check();
        if (seconds is < 10 or > 86_400)
        {
            throw new BrokenRuleException("Ask every 10 seconds at most, and at least once a day", nameof(Seconds));
        }

        (Title, Rules, Seconds) = (title.Trim(), rules, seconds);
        Raise(new ServiceLevelsChanged(Subject, "rest-source.described", act.By, act.At, Title));
    }

    public void ChangeSecret(string encrypted, Act act)
    {
        Secret = encrypted;
        Raise(new ServiceLevelsChanged(Subject, "rest-source.secret-changed", act.By, act.At, Title));
    }

    public void Pause(Act act)
    {
        PausedAt ??= act.At;
        Raise(new ServiceLevelsChanged(Subject, "rest-source.paused", act.By, act.At, Title));
    }

    public void Resume(Act act)
    {
        (PausedAt, NextAt) = (null, act.At);
        Raise(new ServiceLevelsChanged(Subject, "rest-source.resumed", act.By, act.At, Title));
    }

    /// <summary>Reads again what changed since then; what is known already changes nothing.</summary>
    public void ReadAgainFrom(DateTimeOffset since, Act act)
    {
        (Cursor, NextAt, _refused) = (RestCursor.From(since), act.At, []);
        Raise(new ServiceLevelsChanged(Subject, "rest-source.read-again", act.By, act.At, $"{Title}, from {since:yyyy-MM-dd}"));
    }

    public bool IsDue(DateTimeOffset now) => PausedAt is null && NextAt <= now;

    /// <summary>A page was taken in; saved together with what it brought.</summary>
    public void Take(RestPage page, PageCount count, DateTimeOffset at)
    {
        (Accepted, Duplicates, Rejected) = (Accepted + count.Accepted, Duplicates + count.Duplicates, Rejected + count.Refused.Count);
        _refused = [.. _refused.Where(known => count.Refused.All(news => news.Record != known.Record)).Concat(count.Refused).TakeLast(MostRefused)];
        (TriedAt, TroublesInARow, Trouble, Cure) = (at, 0, "", "");
        Cursor = page.IsLast ? page.Next.NextRound(Rules.Overlap) : page.Next;
        (LastGoodAt, NextAt) = page.IsLast ? (at, at + TimeSpan.FromSeconds(Seconds)) : (LastGoodAt, at);
    }

    /// <summary>It is asked more and more seldom while it is in trouble, and not before the time it named.</summary>
    public void Fail(ServiceTroubleException trouble, DateTimeOffset at)
    {
        TroublesInARow++;
        var wait = TimeSpan.FromSeconds(Math.Min(Seconds, 60) * Math.Pow(2, Math.Min(TroublesInARow - 1, 10)));
        (TriedAt, Trouble, Cure, NextAt) = (at, trouble.Message.Length > 500 ? trouble.Message[..500] : trouble.Message, trouble.Cure, at + Longer(trouble.After, wait < LongestWait ? wait : LongestWait));
        Cursor = trouble.BeginAgain ? Cursor.NextRound(Rules.Overlap) : Cursor;
    }

    private static TimeSpan Longer(TimeSpan? asked, TimeSpan own) => asked > own ? asked.Value : own;
}

/// <summary>What became of the records of a page.</summary>
internal sealed record PageCount(int Accepted, int Duplicates, IReadOnlyList<RefusedRecord> Refused);
