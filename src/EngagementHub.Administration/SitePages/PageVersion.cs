using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Administration.SitePages;

/// <summary>A wording of one of the site's own pages, such as the privacy notice. Added, never edited: what staff were told on a day can be looked up.</summary>
internal sealed class PageVersion : Entity
{
    public const int LongestText = 40_000;
    public const int LongestWhy = 300;

    private PageVersion(string page, int number, string text, string why, StaffId by, DateTimeOffset at) =>
        (Page, Number, Text, Why, By, At) = (page, number, text, why, by, at);

    /// <summary>Which page, by the last part of its address.</summary>
    public string Page { get; private set; }

    public int Number { get; private set; }

    /// <summary>Markdown; empty where somebody went back to the wording that the hub comes with.</summary>
    public string Text { get; private set; }

    public string Why { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <exception cref="BrokenRuleException">It is empty, too long or says nothing new.</exception>
    public static PageVersion Publish(SitePage page, PageVersion? before, (string? Text, string? Why) said, StaffId by, DateTimeOffset at)
    {
        var rules = new BrokenRules();
        var text = rules.Keep(() => New(said.Text, before?.Text ?? page.Shipped));
        var why = rules.Keep(() => Because(said.Why));
        rules.Refuse();
        var version = new PageVersion(page.Name, (before?.Number ?? 0) + 1, text, why, by, at);
        version.Raise(new PagePublished(version));
        return version;
    }

    private static string New(string? said, string before)
    {
        var text = (said ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > LongestText)
        {
            throw new BrokenRuleException(text.Length == 0 ? "Enter the text of the page" : $"Use {LongestText:N0} characters or fewer; there are {text.Length:N0}", "Text");
        }

        PostText.ToHtml(text);
        return text != before ? text : throw new BrokenRuleException("Nothing differs from what readers see now", "Text");
    }

    private static string Because(string? said) => said?.Trim() is { Length: > 0 and <= LongestWhy } why ? why
        : throw new BrokenRuleException($"Say in a few words what changes and why, in {LongestWhy} characters or fewer", "Why");
}

/// <summary>A page of the site says something else from now on.</summary>
internal sealed record PagePublished(PageVersion Version) : IAudited
{
    public AuditLine ToAudit() => new(Version.By, Version.At, "administration.page.published", new SubjectRef("administration.page", Version.Id), $"{Version.Page}, version {Version.Number}: {Version.Why}");
}

internal sealed class PageVersionMap : IEntityTypeConfiguration<PageVersion>
{
    public void Configure(EntityTypeBuilder<PageVersion> version)
    {
        version.ToTable("administration_page_versions");
        version.Property(v => v.Page).HasMaxLength(40);
        version.Property(v => v.Why).HasMaxLength(PageVersion.LongestWhy);
        version.HasIndex(v => new { v.Page, v.Number }).IsUnique();
    }
}
