using EngagementHub.ServiceLevels.Catalogue;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>How polling a source goes.</summary>
internal enum SourceState
{
    Running,
    Paused,
    Failing,
    NeedsAttention,
}

/// <summary>A ticket system that the hub asks for news again and again.</summary>
internal sealed partial class PolledSource : Entity
{
    private readonly List<MappingVersion> _mappings = [];

    private PolledSource(Guid id, string name, string kind) : base(id) => (Name, Kind) = (name, kind);

    /// <summary>Its short name; the same number from two systems is two tickets.</summary>
    public string Name { get; private set; }

    public string Title { get; private set; } = "";

    public string Kind { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>Encrypted; nothing when the system asks for none.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The reader's own settings.</summary>
    public string Settings { get; private set; } = "";

    public int EverySeconds { get; private set; } = 20;

    public SourceState State { get; private set; }

    public string Cursor { get; private set; } = "";

    /// <summary>When its system last answered as it should, with or without news.</summary>
    public DateTimeOffset? LastGoodAt { get; private set; }

    public DateTimeOffset? LastNewsAt { get; private set; }

    /// <summary>How old the newest change was when it was taken in.</summary>
    public TimeSpan? Lag { get; private set; }

    public DateTimeOffset NextPollAt { get; private set; }

    public DateTimeOffset? SweptAt { get; private set; }

    public int Failures { get; private set; }

    public string Error { get; private set; } = "";

    public string Cure { get; private set; } = "";

    public long Read { get; private set; }

    public long Accepted { get; private set; }

    public long Rejected { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>The oldest first; the last one holds.</summary>
    public IReadOnlyList<MappingVersion> Mappings => _mappings;

    public LiveRules Rules => _mappings.Count == 0 ? new LiveRules() : LiveRules.Of(_mappings.MaxBy(version => version.Number)!.Rules);

    public TimeSpan Every => TimeSpan.FromSeconds(EverySeconds);

    public static PolledSource Add(string name, string kind, string title, string address, string cursor, Act act)
    {
        var source = new PolledSource(Guid.NewGuid(), SlugText.Checked(name, nameof(Name)), kind) { Cursor = cursor, NextPollAt = act.At, State = SourceState.Paused };
        source.Describe(title, address, source.EverySeconds, act);
        source.Tell("source.added", act, $"{source.Title}, {source.Address}");
        return source;
    }

    public void Describe(string title, string address, int everySeconds, Act act)
    {
        var uri = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var given) && given.Scheme is "http" or "https" && given.UserInfo.Length == 0 && given.Query.Length == 0 ? given
            : throw new BrokenRuleException("Enter an address that begins with https://, for example https://rt.example.gov.uk", nameof(Address));
        Refuse(string.IsNullOrWhiteSpace(title), "Enter a name for the system, as colleagues know it", nameof(Title));
        Refuse(everySeconds is < 5 or > 86_400, "Ask every 5 seconds at the most often, and at least once a day", nameof(EverySeconds));
        var now = uri.AbsoluteUri.TrimEnd('/');
        if ((Title, Address, EverySeconds) == (title.Trim(), now, everySeconds))
        {
            return;
        }

        // What a secret opens is said by its address: a new address must not be handed the secret of the old one.
        if (Address.Length > 0 && new Uri(Address).Authority != uri.Authority)
        {
            Secret = "";
        }

        (Title, Address, EverySeconds) = (title.Trim(), now, everySeconds);
        Tell("source.changed", act, $"{Title}, {Address}, every {Say.Count(EverySeconds, "second")}");
    }

    /// <summary>How it is read changes. Everything is read again by that; nothing counts twice.</summary>
    public void Configure(string settings, string cursor, Act act)
    {
        if (Settings == settings)
        {
            return;
        }

        (Settings, Cursor) = (settings, cursor);
        Tell("source.configured", act, Title);
        ForgetTrouble(act.At);
    }

    /// <summary>What it opens is somewhere else now: nobody there is handed it.</summary>
    public void DropSecret() => Secret = "";

    public void KeepSecret(string encrypted, Act act)
    {
        Secret = encrypted;
        Tell("source.secret-changed", act, Title);
        ForgetTrouble(act.At);
    }

    /// <summary>Everything is read again by the new mapping, which changes only what it changes.</summary>
    public void Map(LiveRules rules, string why, string cursor, Act act)
    {
        Refuse(rules.Statuses.Count == 0, "Say what each status means", "Statuses");
        Refuse(rules.Services.Count == 0, "Say which service the tickets belong to", "Services");
        Refuse(_mappings.Count > 0 && string.IsNullOrWhiteSpace(why), "Say why the mapping changes: the reason is kept with it", "Why");
        if (_mappings.Count > 0 && rules.Json == Rules.Json)
        {
            return;
        }

        _mappings.Add(new MappingVersion(_mappings.Count + 1, rules.Json, act.By, act.At, (why ?? "").Trim()));
        Cursor = cursor;
        Tell("source.mapped", act, $"{Title}: version {_mappings.Count}{(string.IsNullOrWhiteSpace(why) ? "" : ", " + why.Trim())}");
        ForgetTrouble(act.At);
    }

    private void Tell(string what, Act act, string detail) => Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Source, Id), what, act.By, act.At, detail));

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    private static void Refuse(bool broken, string sentence, string? field)
    {
        if (broken)
        {
            throw new BrokenRuleException(sentence, field);
        }
    }
}
