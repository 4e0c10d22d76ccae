namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The names of the divisions that have bank holidays of their own.</summary>
internal static class DivisionText
{
    public static string InWords(string division) => division switch
    {
        "" => "none",
        "england-and-wales" => "England and Wales",
        "scotland" => "Scotland",
        "northern-ireland" => "Northern Ireland",
        _ => division,
    };
}
