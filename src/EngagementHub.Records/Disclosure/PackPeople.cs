using EngagementHub.Records.Disclosure.Striking;

namespace EngagementHub.Records.Disclosure;

/// <summary>The people of a release: who keeps the name, and how the others are told apart without it.</summary>
internal sealed class PackPeople
{
    private readonly DisclosurePack _pack;
    private readonly IReadOnlyDictionary<StaffId, StaffCard> _cards;
    private readonly HashSet<StaffId> _inOffice;
    private readonly Dictionary<StaffId, int> _numbers = [];
    private readonly Dictionary<StaffId, HandMark> _marked;
    private readonly IReadOnlyList<string> _titles;

    public PackPeople(DisclosurePack pack, IReadOnlyList<RecordItem> items, IReadOnlyDictionary<StaffId, StaffCard> cards)
    {
        (_pack, _cards, _titles) = (pack, cards, Records.Stated.Lines(pack.TitlesThatStay));
        _inOffice = [.. items.SelectMany(i => i.People).Where(p => p.IsInOffice).Select(p => p.Person).OfType<StaffId>()];
        _marked = pack.Marks.Where(m => m.Person is not null).GroupBy(m => m.Person!.Value).ToDictionary(g => g.Key, g => g.First());
        Rules = Book(items);
    }

    public StrikingRules Rules { get; }

    /// <summary>The person as the release shows them, and why the name is struck if it is.</summary>
    public (string Who, Because? Struck) Show(RecordPerson person)
    {
        if (person.Person is not { } id)
        {
            return (person.Name ?? "", null);
        }

        var (name, title) = (NameOf(person), person.Title ?? _cards.GetValueOrDefault(id)?.Title ?? "");
        if (name == FormerStaff.Name || Stays(id, title))
        {
            return (title.Length == 0 ? name : $"{name}, {title}", null);
        }

        var because = _marked.TryGetValue(id, out var mark) ? new Because(mark.Exemption, mark.Reason) : _pack.Because;
        return ($"Member of staff {Number(id)} [struck: name and post, {because.Exemption}]", because);
    }

    private bool Stays(StaffId person, string title) => !_marked.ContainsKey(person) && (!_pack.StrikesNames
        || (_pack.OfficeStays && _inOffice.Contains(person))
        || _titles.Any(t => title.Contains(t, StringComparison.OrdinalIgnoreCase)));

    private string NameOf(RecordPerson person) => person.Name ?? (person.Person is { } id ? _cards.GetValueOrDefault(id)?.Name : null) ?? FormerStaff.Name;

    private int Number(StaffId person) => _numbers.TryGetValue(person, out var number) ? number : _numbers[person] = _numbers.Count + 1;

    private StrikingRules Book(IReadOnlyList<RecordItem> items)
    {
        var (struck, staying) = (new NameBook(), new NameBook());
        var here = items.SelectMany(i => i.People).Where(p => p.Person is not null).ToList();
        foreach (var person in here.Where(p => NameOf(p) != FormerStaff.Name))
        {
            var stays = Stays(person.Person!.Value, person.Title ?? _cards.GetValueOrDefault(person.Person.Value)?.Title ?? "");
            Take(stays ? staying : struck, NameOf(person), each: !stays);
        }

        foreach (var card in _cards.Values.Where(c => c.Name != FormerStaff.Name))
        {
            var stays = Stays(card.Id, card.Title);
            Take(stays ? staying : struck, card.Name, each: _marked.ContainsKey(card.Id));
            Take(stays ? staying : struck, card.UserName, each: false);
        }

        var words = _pack.Marks.Where(m => m.Kind == MarkKind.Words).Select(m => (m.Words, new Because(m.Exemption, m.Reason))).ToList();
        return new(_pack.StrikesPersonalData, struck, staying, words, Records.Stated.Lines(_pack.WordsThatStay), _pack.Because);
    }

    private static void Take(NameBook book, string name, bool each)
    {
        book.Add(name);
        if (each)
        {
            book.AddEachPart(name);
        }
    }
}
