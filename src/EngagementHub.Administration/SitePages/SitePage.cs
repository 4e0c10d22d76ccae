namespace EngagementHub.Administration.SitePages;

/// <summary>One of the site's own pages, which administrators word.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Title">Its heading.</param>
internal sealed record SitePage(string Name, string Title)
{
    /// <summary>All of them, in the order in which the footer names them.</summary>
    public static IReadOnlyList<SitePage> All { get; } =
    [
        new("accessibility", "Accessibility statement"),
        new("privacy", "Privacy"),
        new("contact", "Contact"),
        new("anonymity", "How anonymous is this?"),
    ];

    /// <summary>The wording that the hub comes with, in Markdown.</summary>
    public string Shipped { get; } = Read(Name);

    /// <summary>Where readers see it. What anonymity means is told by the page that knows each discussion's key: the words of administrators stand above it.</summary>
    public string Url => Name == "anonymity" ? "/how-anonymous" : $"/{Name}";

    public static SitePage? Find(string? name) => All.FirstOrDefault(p => p.Name == name);

    private static string Read(string name)
    {
        using var file = typeof(SitePage).Assembly.GetManifestResourceStream($"{name}.md")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
