using System.Text.RegularExpressions;
using EngagementHub.Core.Hosting;

namespace EngagementHub.Identity.Pages.Audit;

/// <summary>What stands as a number in the trail, in words: people by the name they have now, things by their titles. The trail keeps the numbers, so that whoever is forgotten is forgotten here too.</summary>
internal sealed partial class AuditWords(IStaffDirectory directory, Subjects subjects, ModuleCatalog modules)
{
    private const string Person = "identity.staff";
    private readonly Dictionary<SubjectRef, SubjectCard?> _things = [];
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    /// <summary>Learns what these lines speak of; for a file, which keeps its numbers, only who acted.</summary>
    public async Task LearnAsync(IReadOnlyList<AuditEntry> lines, bool withThings, CancellationToken cancellation)
    {
        var numbers = withThings ? lines.SelectMany(l => Number().Matches(l.Why ?? "")).ToList() : [];
        var people = lines.Select(l => l.By?.Value).OfType<Guid>().Concat(lines.Where(l => l.On.Kind == Person).Select(l => l.On.Id)).Concat(numbers.Select(IdOf));
        _people = await directory.CardsAsync(people.Distinct().Select(id => new StaffId(id)), cancellation);
        foreach (var thing in withThings ? lines.Select(l => l.On).Concat(numbers.SelectMany(Things)).Distinct() : [])
        {
            _things[thing] = await subjects.DescribeAsync(thing, cancellation);
        }
    }

    public string? NameOf(Guid? person) => person is { } id ? _people.GetValueOrDefault(new StaffId(id))?.Name : null;

    public SubjectCard? CardOf(SubjectRef thing) => _things.GetValueOrDefault(thing);

    /// <summary>"A post" for <c>blogging.post</c>, and the name of a person.</summary>
    public string KindOf(SubjectRef thing) => (thing.Kind == Person ? NameOf(thing.Id) : null) ?? modules.Things.GetValueOrDefault(thing.Kind, "Something else");

    /// <summary>A reason with names and titles in the place of numbers.</summary>
    public string? In(string? why) => why is null ? null : Number().Replace(why, number =>
        NameOf(IdOf(number)) ?? (Things(number).Select(CardOf).FirstOrDefault(card => card is not null) is { } card ? $"“{card.Title}”" : number.Value));

    private static Guid IdOf(Match number) => Guid.Parse(number.Groups["id"].Value);

    // "responses.theme/39961d87…" says of what kind it is; "theme 39961d87… and 27f1…" says it by the noun.
    private IEnumerable<SubjectRef> Things(Match number) => (number.Groups["kind"].Success ? [number.Groups["kind"].Value]
        : number.Groups["noun"].Success ? modules.Things.Keys.Where(kind => kind.EndsWith($".{number.Groups["noun"].Value}", StringComparison.Ordinal))
        : []).Select(kind => new SubjectRef(kind, IdOf(number)));

    [GeneratedRegex(@"(?:(?<kind>[a-z]+\.[a-z-]+)/|(?<=\b(?<noun>[a-z]+) (?:[0-9a-f-]{36} and )*))?(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")]
    private static partial Regex Number();
}
