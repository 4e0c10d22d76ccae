using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Posts;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

/// <summary>A section in the form.</summary>
internal sealed class WrittenSection
{
    public Guid Key { get; set; }

    [Display(Name = "who signs")]
    public Guid? Author { get; set; }

    [StringLength(Manuscript.LongestSection, ErrorMessage = "A section may hold 60,000 characters at most. Make two posts of it")]
    public string? Text { get; set; }
}
