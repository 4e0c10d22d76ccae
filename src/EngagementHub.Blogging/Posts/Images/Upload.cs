using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Posts.Images;

/// <summary>A picture that somebody added to a post. Whoever may read the post where it stands may see it.</summary>
internal sealed class Upload : Entity
{
    public const int UnusedForDays = 30;

    private Upload(Guid id, Guid blogId, StaffId by, DateTimeOffset at)
        : base(id) => (BlogId, By, At) = (blogId, by, at);

    public Guid BlogId { get; private set; }

    /// <summary>The post it belongs to; nothing until the post in which it was placed is saved.</summary>
    public Guid? PostId { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string MediaType { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string Url => $"/uploads/{Id}";

    public static Upload Of(Picture picture, Guid blog, StaffId by, DateTimeOffset at)
    {
        var id = Guid.NewGuid();
        return new(id, blog, by, at) { MediaType = picture.MediaType, FileName = $"{id:N}.{picture.Extension}" };
    }

    public void BelongTo(Post post) => PostId = post.Id;

    /// <summary>How the picture is written in a text.</summary>
    public string Markdown(string alt) => alt.Length == 0
        ? $"![]({Url} \"decorative\")"
        : $"![{string.Concat(alt.Select(c => c is '[' or ']' or '\\' or '*' or '_' or '`' or '<' ? $"\\{c}" : char.IsControl(c) ? " " : $"{c}"))}]({Url})";
}

internal sealed class UploadMap : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("blogging_uploads");
        upload.HasOne<Blogs.Blog>().WithMany().HasForeignKey(u => u.BlogId).OnDelete(DeleteBehavior.Restrict);
        upload.HasOne<Post>().WithMany().HasForeignKey(u => u.PostId).OnDelete(DeleteBehavior.Restrict);
        upload.Property(u => u.MediaType).HasMaxLength(20);
        upload.Property(u => u.FileName).HasMaxLength(60);
    }
}
