using System.Text.RegularExpressions;

namespace EngagementHub.Records.Disclosure.Striking;

/// <summary>Names to look for, found word by word: however many people there are, a text is read once.</summary>
internal sealed partial class NameBook
{
    // Names that are words of every day: alone they count as a name only when written with a capital.
    private static readonly HashSet<string> EverydayWords =
    [
        .. "april art august baker bell bill black brook brown chase cook dawn day dean drew faith field frank gene grace grant gray green grey guy hill hope jack joy june king lane long mark may miles noble nick office pat price ray reed rich rob rose rush sage service short skip stone strong sue summer taylor wade ward west white will wood woods young".Split(' '),
    ];

    private readonly Dictionary<string, List<string[]>> _byFirst = [];

    public void Add(string name)
    {
        string[] words = [.. Words().Matches(Folded.Of(name).Text).Select(m => m.Value)];
        if (words.Length > 0 && words.Sum(w => w.Length) > 1)
        {
            Put(words);
            if (words.Length == 2)
            {
                Put([words[1], words[0]]);
            }
        }
    }

    /// <summary>Also the given name and the family name alone.</summary>
    public void AddEachPart(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "Head of pay" is what somebody is called and no name: its words alone are everybody's.
        if (parts.Length is < 2 or > 4 || !parts.All(p => char.IsUpper(p[0])))
        {
            return;
        }

        foreach (var part in ((string[])[parts.FirstOrDefault() ?? "", parts.LastOrDefault() ?? ""]).Where(p => p.Length > 2).Distinct())
        {
            Add(part);
        }
    }

    public IEnumerable<(int Start, int End)> In(string text, Folded folded)
    {
        var words = Words().Matches(folded.Text);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var name in _byFirst.GetValueOrDefault(words[i].Value, []).Where(n => Stands(n, words, i)))
            {
                var last = words[i + name.Length - 1];
                var (start, end) = folded.Place(words[i].Index, last.Index + last.Length - words[i].Index);
                if (name.Length > 1 || !EverydayWords.Contains(name[0]) || char.IsUpper(text[start]))
                {
                    yield return (start, end);
                }
            }
        }
    }

    private void Put(string[] words)
    {
        if (!_byFirst.TryGetValue(words[0], out var names))
        {
            _byFirst[words[0]] = names = [];
        }

        if (!names.Exists(n => n.SequenceEqual(words)))
        {
            names.Add(words);
        }
    }

    // The words of one name stand close together: "Patel, Priya", "priya.patel", "Priya  Patel".
    private static bool Stands(string[] name, MatchCollection words, int at) =>
        at + name.Length <= words.Count && name.Index().All(n => words[at + n.Index].Value == n.Item && (n.Index == 0 || words[at + n.Index].Index - words[at + n.Index - 1].Index - words[at + n.Index - 1].Length <= 3));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
