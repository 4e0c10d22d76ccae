using EngagementHub.Records.Disclosure.Striking;

namespace EngagementHub.Records.Disclosure;

/// <summary>A post or a hosting period that is prepared for release: which rules strike what, what was marked by hand, and when it was released.</summary>
internal sealed class DisclosurePack : Entity
{
    public const string SubjectKind = "records.pack";
    public const int LongestTitle = 200;
    public const int LongestLines = 4000;
    private readonly List<HandMark> _marks = [];
    private readonly List<Release> _releases = [];

    private DisclosurePack(SubjectRef of, string title, StaffId by, DateTimeOffset at) => (Of, Title, By, At, ChangedAt) = (of, title, by, at, at);

    public SubjectRef Of { get; private set; }

    /// <summary>What it is for, as in "FOI 2007/114".</summary>
    public string Title { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public bool StrikesPersonalData { get; private set; } = true;

    public bool StrikesNames { get; private set; } = true;

    /// <summary>Whether those who signed posts, answers and promises for readers to see keep their names.</summary>
    public bool OfficeStays { get; private set; } = true;

    /// <summary>Posts held whose holders keep their names, one a line, as in "Director".</summary>
    public string TitlesThatStay { get; private set; } = "";

    /// <summary>Words that look like a name and are none, one a line.</summary>
    public string WordsThatStay { get; private set; } = "";

    public string Exemption { get; private set; } = "section 40(2)";

    public bool WithDeclined { get; private set; }

    public IReadOnlyList<HandMark> Marks => _marks;

    public IReadOnlyList<Release> Releases => [.. _releases.OrderBy(r => r.Number)];

    public Because Because => new(Exemption, "Names and numbers of people, by rule");

    public static DisclosurePack Begin(SubjectRef of, string? title, StaffId by, DateTimeOffset at)
    {
        var pack = new DisclosurePack(of, Stated.OrRefused(title, LongestTitle, "Say what the release is for, such as the number of a request", "For"), by, at);
        pack.Raise(new PackAct(pack.Id, by, at, "begun", null));
        return pack;
    }

    public void Rule(PackRules rules, StaffId by, DateTimeOffset at)
    {
        var broken = new BrokenRules();
        var title = broken.Keep(() => Stated.OrRefused(rules.Title, LongestTitle, "Say what the release is for", nameof(PackRules.Title)));
        var exemption = broken.Keep(() => Stated.OrRefused(rules.Exemption, HandMark.LongestExemption, "Say under which exemption names and numbers are struck, such as section 40(2)", nameof(PackRules.Exemption)));
        var (titles, words) = (broken.Keep(() => Stated.Optional(rules.TitlesThatStay, LongestLines, nameof(PackRules.TitlesThatStay))), broken.Keep(() => Stated.Optional(rules.WordsThatStay, LongestLines, nameof(PackRules.WordsThatStay))));
        broken.Refuse();
        (Title, Exemption, TitlesThatStay, WordsThatStay) = (title, exemption, titles, words);
        (StrikesPersonalData, StrikesNames, OfficeStays, WithDeclined) = (rules.StrikesPersonalData, rules.StrikesNames, rules.OfficeStays, rules.WithDeclined);
        Changed(by, at, "rules-changed", ToString());
    }

    public void Mark(HandMark mark)
    {
        if (_marks.Exists(m => m.MeansTheSameAs(mark)))
        {
            return;
        }

        _marks.Add(mark);
        Changed(mark.By, mark.At, "marked", $"{mark.Kind}: {mark.Exemption}");
    }

    public void Unmark(Guid mark, StaffId by, DateTimeOffset at)
    {
        if (_marks.Find(m => m.Id == mark) is { } found)
        {
            _marks.Remove(found);
            Changed(by, at, "unmarked", $"{found.Kind}: {found.Exemption}");
        }
    }

    public Release Release(string hash, int struck, StaffId by, DateTimeOffset at)
    {
        var release = Disclosure.Release.Of(_releases.Count + 1, hash, struck, by, at);
        _releases.Add(release);
        Changed(by, at, "released", $"SHA-256 {hash}, {struck} places struck");
        return release;
    }

    /// <summary>Somebody in the title or among the words that stay is forgotten.</summary>
    public void Unname(string name) => (Title, WordsThatStay) = (Without(Title, name), Without(WordsThatStay, name));

    public override string ToString() =>
        $"numbers {(StrikesPersonalData ? "struck" : "stay")}; names {(StrikesNames ? "struck" : "stay")}; in office {(OfficeStays ? "stay" : "struck")}; declined comments {(WithDeclined ? "with" : "without")} their words";

    private static string Without(string text, string name) => text.Replace(name, "…", StringComparison.OrdinalIgnoreCase);

    private void Changed(StaffId by, DateTimeOffset at, string act, string why)
    {
        ChangedAt = at;
        Raise(new PackAct(Id, by, at, act, why));
    }
}

/// <summary>The rules of a release as they are chosen.</summary>
internal sealed record PackRules
{
    public string? Title { get; set; }

    public bool StrikesPersonalData { get; set; }

    public bool StrikesNames { get; set; }

    public bool OfficeStays { get; set; }

    public bool WithDeclined { get; set; }

    public string? TitlesThatStay { get; set; }

    public string? WordsThatStay { get; set; }

    public string? Exemption { get; set; }
}

/// <summary>Somebody prepared or made a release. The title and the words that were marked are not repeated in the trail, from which they could not be taken out.</summary>
internal sealed record PackAct(Guid Pack, StaffId By, DateTimeOffset At, string Act, string? Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, $"records.pack.{Act}", new SubjectRef(DisclosurePack.SubjectKind, Pack), Why);
}
