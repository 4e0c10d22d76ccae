namespace EngagementHub.Identity.Sessions;

/// <summary>A browser in two words. The exact version would tell one machine from another, which is nobody's business.</summary>
internal static class Device
{
    // The first mark that is found counts: Edge and Opera say Chrome too, Chrome says Safari.
    private static readonly (string Mark, string Word)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];
    private static readonly (string Mark, string Word)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) => (First(Browsers, userAgent), First(Systems, userAgent)) switch
    {
        (null, null) => "A browser",
        (null, { } system) => $"A browser on {system}",
        ({ } browser, null) => browser,
        var (browser, system) => $"{browser} on {system}",
    };

    private static string? First((string Mark, string Word)[] marks, string userAgent) =>
        marks.FirstOrDefault(m => userAgent.Contains(m.Mark, StringComparison.Ordinal)).Word;
}
