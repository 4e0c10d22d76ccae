using EngagementHub.Records.Disclosure.Striking;

namespace EngagementHub.Records.Disclosure;

/// <summary>Strikes item by item and keeps the log of it.</summary>
internal sealed class Bench(DisclosurePack pack, PackPeople people)
{
    private readonly Striker _striker = new(people.Rules);
    private readonly Dictionary<(string Place, string What, Because Because), int> _log = [];
    private readonly Dictionary<(string What, string Words, string Exemption), int> _words = [];

    /// <summary>What was struck where, without the words. A reason may name whom it protects, so it is struck too.</summary>
    public IReadOnlyList<StruckLine> Log => [.. _log.Select(l => new StruckLine(l.Key.Place, l.Key.What, Plain(l.Key.Because.Exemption), Plain(l.Key.Because.Reason), l.Value))];

    public IReadOnlyList<StruckWords> Words => [.. _words.Select(w => new StruckWords(w.Key.What, w.Key.Words, w.Key.Exemption, w.Value)).OrderBy(w => w.What, StringComparer.Ordinal).ThenBy(w => w.Words, StringComparer.CurrentCulture)];

    /// <summary>A text of our own, struck without a line in the log.</summary>
    public string Plain(string text) => _striker.Strike(text, out _);

    public PackItem Strike(RecordItem item)
    {
        var whole = pack.Marks.FirstOrDefault(m => m.Item == item.Of);
        var title = whole is null || IsNeutral(item) ? Plain(item.Title) : $"{item.Chapter}: one item [struck: all of it, {whole.Exemption}]";
        Count(item.Title, title);
        if (whole is not null)
        {
            Note(title, "all of it", new Because(whole.Exemption, whole.Reason), $"all of “{item.Title}”");
            return new(item.Of, title, item.Day, [], [new("", $"[struck: all of it, {Plain(whole.Exemption)}]")]);
        }

        return new(item.Of, title, item.Day, [.. item.People.Select(p => Show(p, title)).Distinct()], [.. item.Words.Where(w => w.Text.Length > 0).Select(w => new PackWords(Strike(w.Label, title), Strike(w.Text, title)))]);
    }

    // A comment is known by its number; the title of anything else is made of its words.
    private static bool IsNeutral(RecordItem item) => item.Of.Kind.StartsWith("conversation.", StringComparison.Ordinal);

    private PackPerson Show(RecordPerson person, string place)
    {
        var (who, because) = people.Show(person);
        if (because is not null)
        {
            Note(place, "name and post", because, person.Name ?? "the name of who did it");
        }

        // A name that stays may hold words that were marked by hand; the label of a writer without a name is the hub's own.
        return new(person.Part, person.Person is null || because is not null ? who : Plain(who));
    }

    private string Strike(string text, string place)
    {
        var struck = _striker.Strike(text, out var found);
        foreach (var finding in found)
        {
            Note(place, finding.What, finding.Because, text[finding.Start..finding.End]);
        }

        return struck;
    }

    private void Count(string title, string place)
    {
        foreach (var finding in _striker.In(title))
        {
            Note(place, finding.What, finding.Because, title[finding.Start..finding.End]);
        }
    }

    private void Note(string place, string what, Because because, string words)
    {
        _log[(place, what, because)] = _log.GetValueOrDefault((place, what, because)) + 1;
        _words[(what, words, because.Exemption)] = _words.GetValueOrDefault((what, words, because.Exemption)) + 1;
    }
}
