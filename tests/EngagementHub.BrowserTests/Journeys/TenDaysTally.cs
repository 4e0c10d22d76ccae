namespace EngagementHub.BrowserTests.Journeys;

/// <summary>Where the comments of the ten days should be, counted by hand: what the board and every digest are compared with.</summary>
internal sealed class TenDaysTally
{
    public const string NotAQuestion = "Not a question";
    public const string Outstanding = "Outstanding";
    public const string Declined = "Declined by a moderator";
    public const string ToSort = "Still to sort";

    private readonly List<string> _themes = [];
    private readonly Dictionary<string, int> _counts = [];

    public int Received => _counts.Values.Sum();

    /// <summary>As the board says it.</summary>
    public string Sum => $"Sum: {string.Join(" + ", Places.Select(p => p.Count))} = {Received} ✓";

    /// <summary>As a digest says it.</summary>
    public string InWords => $"{string.Join(" + ", Places.Select(p => $"{p.Count} ({p.Place})"))} = {Received} received ✓";

    private IEnumerable<(string Place, int Count)> Places =>
        _themes.Concat([NotAQuestion, Outstanding, Declined, ToSort]).Select(p => (p, _counts.GetValueOrDefault(p))).Where(p => p.Item2 > 0);

    public void Name(string theme) => _themes.Add(theme);

    public void Receive(int comments, int declined = 0)
    {
        Add(ToSort, comments - declined);
        Add(Declined, declined);
    }

    public void Move(int comments, string place)
    {
        Add(ToSort, -comments);
        Add(place, comments);
    }

    private void Add(string place, int comments) => _counts[place] = _counts.GetValueOrDefault(place) + comments;
}
