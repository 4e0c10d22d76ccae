using EngagementHub.Responses.Themes;

namespace EngagementHub.Responses.Boards;

/// <summary>What those who sort a scope decided about one comment, and who read it when.</summary>
internal sealed class Sorting : Entity
{
    public const int LongestWhere = 300;
    private List<Guid> _themes = [];

    private Sorting(SubjectRef scope, Guid comment) => (Scope, Comment) = (scope, comment);

    public SubjectRef Scope { get; private set; }

    public Guid Comment { get; private set; }

    public Disposition Chosen { get; private set; }

    /// <summary>The themes of the comment; it is counted under the first.</summary>
    public IReadOnlyList<Guid> Themes => _themes;

    /// <summary>Where a personal case was sent.</summary>
    public string? Where { get; private set; }

    public StaffId SortedBy { get; private set; }

    public DateTimeOffset SortedAt { get; private set; }

    public static Sorting Of(SubjectRef scope, Guid comment) => new(scope, comment);

    public void Into(IReadOnlyCollection<Theme> themes, StaffId by, DateTimeOffset at)
    {
        if (themes.Count == 0)
        {
            throw new BrokenRuleException("Choose a theme", "Themes");
        }

        if (themes.Any(t => t.Scope != Scope))
        {
            throw new BrokenRuleException("Choose themes of these comments", "Themes");
        }

        Decide(new Placing(Disposition.InTheme, [.. themes.Select(t => t.Id).Distinct()]), by, at);
    }

    public void IsNotAQuestion(StaffId by, DateTimeOffset at) => Decide(new Placing(Disposition.NotAQuestion), by, at);

    public void StaysOutstanding(StaffId by, DateTimeOffset at) => Decide(new Placing(Disposition.Outstanding), by, at);

    public void Redirect(string? where, StaffId by, DateTimeOffset at) =>
        Decide(new Placing(Disposition.Redirected, Where: CheckedWhere(where)), by, at);

    public static string CheckedWhere(string? where) => Stated.OrRefused(where, LongestWhere, "Enter where the person was sent", "Where");

    /// <summary>Where it is; nothing before anybody decided.</summary>
    public Placing? Place => SortedAt == default ? null : new Placing(Chosen, [.. _themes], Where);

    /// <summary>Goes back to where it was.</summary>
    public void Restore(Placing from, StaffId by, DateTimeOffset at) => Decide(from, by, at);

    /// <summary>Goes back to those that are to be sorted; the caller removes it.</summary>
    public void TakeBack(StaffId by, DateTimeOffset at) => Raise(new CommentTakenBack(Comment, new Placing(Chosen, _themes, Where), by, at));

    /// <summary>Goes where its theme went; the place among its themes stays.</summary>
    public void Follow(Theme from, Theme to, StaffId by, DateTimeOffset at)
    {
        if (_themes.Contains(from.Id))
        {
            Decide(new Placing(Chosen, [.. _themes.Select(t => t == from.Id ? to.Id : t).Distinct()], Where), by, at);
        }
    }

    private void Decide(Placing to, StaffId by, DateTimeOffset at)
    {
        var from = Place;
        (Chosen, _themes, Where, SortedBy, SortedAt) = (to.Chosen, [.. to.Themes ?? []], to.Where, by, at);
        Raise(new CommentSorted(Comment, from, to, by, at));
    }
}
