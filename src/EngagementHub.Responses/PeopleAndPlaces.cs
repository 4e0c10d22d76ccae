namespace EngagementHub.Responses;

/// <summary>The names of people and of things in other modules, asked once for each request.</summary>
internal sealed class PeopleAndPlaces(IStaffDirectory directory, Subjects subjects)
{
    private readonly Dictionary<StaffId, StaffCard> _cards = [];
    private readonly Dictionary<SubjectRef, SubjectCard?> _places = [];

    public async Task LearnAsync(IEnumerable<StaffId> people, CancellationToken cancellation = default)
    {
        var unknown = people.Distinct().Where(p => !_cards.ContainsKey(p)).ToList();
        foreach (var (id, card) in unknown.Count == 0 ? new Dictionary<StaffId, StaffCard>() : await directory.CardsAsync(unknown, cancellation))
        {
            _cards[id] = card;
        }
    }

    public StaffCard? CardOf(StaffId who) => _cards.GetValueOrDefault(who);

    public async Task<SubjectCard?> DescribeAsync(SubjectRef thing, CancellationToken cancellation = default) =>
        _places.TryGetValue(thing, out var known) ? known : _places[thing] = await subjects.DescribeAsync(thing, cancellation);
}
