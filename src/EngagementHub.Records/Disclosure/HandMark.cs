namespace EngagementHub.Records.Disclosure;

internal enum MarkKind
{
    /// <summary>Words, wherever they stand in the release.</summary>
    Words,

    /// <summary>A person's name in every form.</summary>
    Person,

    /// <summary>Everything that one item says.</summary>
    WholeItem,
}

/// <summary>Something that a person decided to strike, with the exemption and the reason.</summary>
internal sealed class HandMark : Entity
{
    public const int LongestWords = 2000;
    public const int LongestReason = 500;
    public const int LongestExemption = 100;

    private HandMark(MarkKind kind, string exemption, string reason, StaffId by, DateTimeOffset at) => (Kind, Exemption, Reason, By, At) = (kind, exemption, reason, by, at);

    public MarkKind Kind { get; private set; }

    public string Words { get; private set; } = "";

    public StaffId? Person { get; private set; }

    public SubjectRef? Item { get; private set; }

    public string Exemption { get; private set; }

    public string Reason { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static HandMark OfWords(string? words, (string? Exemption, string? Reason) because, StaffId by, DateTimeOffset at)
    {
        var rules = new BrokenRules();
        var said = rules.Keep(() => Seen(words));
        var mark = rules.Keep(() => Of(MarkKind.Words, because, by, at));
        rules.Refuse();
        mark.Words = said;
        return mark;
    }

    /// <summary>Refuses a mark that names no exemption or no reason.</summary>
    public static void CheckGrounds((string? Exemption, string? Reason) because) => Of(MarkKind.Words, because, default, default);

    private static string Seen(string? words)
    {
        var said = Stated.OrRefused(words, LongestWords, "Copy the words that are to be struck", "Words");
        return Striking.Folded.Of(said).Text.Trim().Length > 0 ? said : throw new BrokenRuleException("Copy the words that are to be struck", "Words");
    }

    public static HandMark OfPerson(StaffId person, (string? Exemption, string? Reason) because, StaffId by, DateTimeOffset at)
    {
        var mark = Of(MarkKind.Person, because, by, at);
        mark.Person = person;
        return mark;
    }

    public static HandMark OfItem(SubjectRef item, (string? Exemption, string? Reason) because, StaffId by, DateTimeOffset at)
    {
        var mark = Of(MarkKind.WholeItem, because, by, at);
        mark.Item = item;
        return mark;
    }

    public bool MeansTheSameAs(HandMark other) => (Kind, Words, Person, Item) == (other.Kind, other.Words, other.Person, other.Item);

    private static HandMark Of(MarkKind kind, (string? Exemption, string? Reason) because, StaffId by, DateTimeOffset at)
    {
        var rules = new BrokenRules();
        var exemption = rules.Keep(() => Stated.OrRefused(because.Exemption, LongestExemption, "Say under which exemption, such as section 40(2)", "Exemption"));
        var reason = rules.Keep(() => Stated.OrRefused(because.Reason, LongestReason, "Say why it is struck", "Reason"));
        rules.Refuse();
        return new HandMark(kind, exemption, reason, by, at);
    }
}

/// <summary>That a file was released, and what it hashes to. The file itself is not kept: it can be made again, and is the same as long as the record and the marks are.</summary>
internal sealed class Release : Entity
{
    private Release(int number, string hash, int struck, StaffId by, DateTimeOffset at) => (Number, Hash, Struck, By, At) = (number, hash, struck, by, at);

    public int Number { get; private set; }

    /// <summary>SHA-256 of the data file.</summary>
    public string Hash { get; private set; }

    public int Struck { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Release Of(int number, string hash, int struck, StaffId by, DateTimeOffset at) => new(number, hash, struck, by, at);
}
