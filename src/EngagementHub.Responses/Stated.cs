namespace EngagementHub.Responses;

// The columns have limits; a person hears of them before the database does.
internal static class Stated
{
    public static string OrRefused(string? text, int most, string missing, string field)
    {
        var stated = text?.Trim() ?? "";
        return stated.Length switch
        {
            0 => throw new BrokenRuleException(missing, field),
            _ when stated.Length > most => throw new BrokenRuleException($"Use {most:N0} characters or fewer; there are {stated.Length:N0}", field),
            _ => stated,
        };
    }
}
