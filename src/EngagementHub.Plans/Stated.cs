namespace EngagementHub.Plans;

// The columns have limits; a person hears of them before the database does.
internal static class Stated
{
    public const int Title = 200;
    public const int Text = 1500;

    public static string OrRefused(string? text, int most, string missing, string field)
    {
        var stated = OrEmpty(text, most, field);
        return stated.Length == 0 ? throw new BrokenRuleException(missing, field) : stated;
    }

    public static string OrEmpty(string? text, int most, string field)
    {
        var stated = text?.Trim() ?? "";
        return stated.Length > most ? throw new BrokenRuleException($"Use {most:N0} characters or fewer; there are {stated.Length:N0}", field) : stated;
    }
}

/// <summary>Who does something, at which instant, on which local day.</summary>
internal readonly record struct Act(StaffId By, DateTimeOffset At, DateOnly Day);
