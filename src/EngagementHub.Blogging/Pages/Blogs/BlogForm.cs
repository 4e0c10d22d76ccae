using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Conversation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Blogging.Pages.Blogs;

/// <summary>What is asked of a blog, when it is opened and when it is changed.</summary>
internal abstract class BlogForm(Colleagues colleagues) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the blog's name"), StringLength(200, ErrorMessage = "The name may hold 200 characters at most")]
    public string? Name { get; set; }

    [BindProperty, StringLength(400, ErrorMessage = "The strapline may hold 400 characters at most")]
    public string? Strapline { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose who owns the blog")]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string Moderation { get; set; } = CommentChoices.Before;

    [BindProperty]
    public Anonymity Anonymity { get; set; } = CommentPolicy.Usual.Anonymity;

    [BindProperty, Display(Name = "number of days"), Range(1, CommentPolicy.LongestInDays, ErrorMessage = "Enter a number of days between 1 and 3,650, or leave it empty")]
    public int? OpenForDays { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected (string Name, string Strapline) Words => (Name!, Strapline ?? "");

    protected CommentPolicy Comments => new(Moderation != CommentChoices.After, Anonymity, OpenForDays);

    protected async Task PrepareAsync() => People = await colleagues.ToChooseAsync(HttpContext.RequestAborted);

    protected async Task<StaffId> OwnerAsync() => (await colleagues.ActiveAsync(new StaffId(Owner!.Value), nameof(Owner), HttpContext.RequestAborted)).Id;

    protected void Fill(Blog blog)
    {
        (Name, Strapline, Owner) = (blog.Name, blog.Strapline, blog.Owner.Value);
        (Moderation, Anonymity, OpenForDays) = (blog.Comments.PreModerated ? CommentChoices.Before : CommentChoices.After, blog.Comments.Anonymity, blog.Comments.OpenForDays);
    }
}
