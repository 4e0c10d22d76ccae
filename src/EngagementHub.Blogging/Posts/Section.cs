using System.Text.Json.Serialization;

namespace EngagementHub.Blogging.Posts;

/// <summary>A part of a post, signed by whoever answers for it. Without a text it waits for the person who was asked to write it.</summary>
/// <param name="Author">Who signs.</param>
/// <param name="Name">The name as signed on the day.</param>
/// <param name="Title">The post the author held on the day.</param>
/// <param name="Markdown">The text.</param>
internal sealed record Section(StaffId Author, string Name, string Title, string Markdown)
{
    /// <summary>By what the section is known from wording to wording.</summary>
    public Guid Key { get; init; }

    [JsonIgnore]
    public bool IsAwaited => Markdown.Length == 0;

    public static Section SignedBy(StaffCard card, string markdown, string? title = null) =>
        new(card.Id, card.Name, title ?? card.Title, Tidy(markdown)) { Key = Guid.NewGuid() };

    /// <summary>Sections kept before they had keys are known by their place.</summary>
    public static IReadOnlyList<Section> Keyed(IReadOnlyList<Section> sections) => sections.All(s => s.Key != Guid.Empty)
        ? sections
        : [.. sections.Select((s, place) => s.Key != Guid.Empty ? s : s with { Key = new Guid(place + 1, 0, 0, new byte[8]) })];

    /// <summary>The sections without that person's name under them and, where the text itself names who answered, in it.</summary>
    public static IReadOnlyList<Section> Forget(IReadOnlyList<Section> sections, Core.Keeping.Forgetting forgetting, bool inText) =>
    [
        .. sections.Select(s => s.Author == forgetting.Card.Id ? s with { Name = Core.Keeping.FormerStaff.Name, Title = "" } : s)
            .Select(s => inText ? s with { Markdown = s.Markdown.Replace(forgetting.Card.Name, Core.Keeping.FormerStaff.Name, StringComparison.Ordinal) } : s),
    ];

    public static string Tidy(string markdown) => markdown.ReplaceLineEndings("\n").Trim();

    /// <summary>Whether readers would see no difference.</summary>
    public bool ReadsAs(Section other) => this == other with { Key = Key };
}
