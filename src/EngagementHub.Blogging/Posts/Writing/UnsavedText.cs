using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>What a person was typing when it was last kept: theirs alone, beside the post, until they save or discard it.</summary>
[Unseen]
internal sealed class UnsavedText : Entity
{
    public const int Longest = 600_000;

    public const int KeptForDays = 30;

    private UnsavedText(Guid blogId, Guid postId, StaffId person) => (BlogId, PostId, Person) = (blogId, postId, person);

    public Guid BlogId { get; private set; }

    /// <summary>The post, or an empty identifier for one that is not begun.</summary>
    public Guid PostId { get; private set; }

    public StaffId Person { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Form { get; private set; } = "";

    public Typed Typed => JsonSerializer.Deserialize<Typed>(Form)!;

    public static UnsavedText Of(Guid blog, Guid post, StaffId person) => new(blog, post, person);

    public void Keep(Typed typed, DateTimeOffset at)
    {
        var form = JsonSerializer.Serialize(typed);
        if (form.Length > Longest)
        {
            throw new BrokenRuleException("This is too long to keep while you write. Save it as two posts");
        }

        (Form, At) = (form, at);
    }
}

internal sealed class UnsavedTextMap : IEntityTypeConfiguration<UnsavedText>
{
    public void Configure(EntityTypeBuilder<UnsavedText> text)
    {
        text.ToTable("blogging_unsaved_texts");
        text.HasOne<Blogs.Blog>().WithMany().HasForeignKey(t => t.BlogId).OnDelete(DeleteBehavior.Cascade);
        text.HasIndex(t => new { t.BlogId, t.PostId, t.Person }).IsUnique();
        text.HasIndex(t => t.At);
    }
}
