namespace EngagementHub.Responses.Themes;

/// <summary>What several comments of a scope are about, in the words of those who sorted them.</summary>
internal sealed class Theme : Entity
{
    public const int LongestTitle = 120;

    /// <summary>Below this a count or an anonymous quotation could point at a person.</summary>
    public const int FewestToCount = 3;

    private Theme(Guid id)
        : base(id)
    {
    }

    public SubjectRef Scope { get; private set; }

    public string Title { get; private set; } = "";

    public int Place { get; private set; }

    public StaffId MadeBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The theme that took over its comments and questions; it is kept so that links to it lead there.</summary>
    public Guid? MergedInto { get; private set; }

    public static Theme Make(SubjectRef scope, string? title, int place, (StaffId By, DateTimeOffset At) made, Guid? id = null)
    {
        var theme = new Theme(id ?? Guid.NewGuid()) { Scope = scope, Title = Titled(title), Place = place, MadeBy = made.By, MadeAt = made.At };
        theme.Raise(new ThemeMade(theme.Id, theme.Title, made.By, made.At));
        return theme;
    }

    public void Rename(string? title, StaffId by, DateTimeOffset at)
    {
        var (old, chosen) = (Title, Titled(title));
        if (old != chosen)
        {
            Title = chosen;
            Raise(new ThemeRenamed(Id, old, chosen, by, at));
        }
    }

    public void MergeInto(Theme other, StaffId by, DateTimeOffset at)
    {
        if (other.Id == Id || other.Scope != Scope || other.MergedInto is not null || MergedInto is not null)
        {
            throw new BrokenRuleException("Choose another theme of these comments", "Into");
        }

        MergedInto = other.Id;
        Raise(new ThemeMerged(Id, Title, other.Id, other.Title, by, at));
    }

    /// <summary>Stands at another place among its scope's themes.</summary>
    public void StandAt(int place, StaffId by, DateTimeOffset at)
    {
        if (place != Place)
        {
            Place = place;
            Raise(new ThemeReordered(Id, Title, place, by, at));
        }
    }

    /// <summary>Part of what it is about becomes a theme of its own, next to it.</summary>
    public Theme Split(string? title, StaffId by, DateTimeOffset at)
    {
        var part = Make(Scope, title, Place, (by, at));
        Raise(new ThemeSplit(Id, Title, part.Id, part.Title, by, at));
        return part;
    }

    public void Remove(StaffId by, DateTimeOffset at) => Raise(new ThemeRemoved(Id, Title, by, at));

    /// <summary>What it is called, on one line.</summary>
    public static string Titled(string? title) => Stated.OrRefused(Stated.OnOneLine(title), LongestTitle, "Enter what the theme is called", "Title");
}
