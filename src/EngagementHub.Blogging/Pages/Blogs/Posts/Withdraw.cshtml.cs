using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class WithdrawModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights, Press press) : PostPageModel(db, mastheads, current, rights)
{
    [BindProperty, Required(ErrorMessage = "Say why the post is withdrawn; readers who follow a link see it"), StringLength(2000, ErrorMessage = "The reason may hold 2,000 characters at most")]
    public string? Reason { get; set; }

    protected override async Task<IActionResult?> PrepareAsync() =>
        await base.PrepareAsync() ?? (await Rights.MayWithdrawAsync(Masthead.Pen, Post, Current.Id, Masthead.Now) ? null : Forbid());

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await press.WithdrawAsync(Blog, Post, Reason!, Current.Id, Masthead.Now);
        await Db.SaveChangesAsync();
        this.Notify($"“{Post.Title}” is withdrawn. Readers who follow a link to it see the reason; its wordings are kept.");
        return Redirect($"{Blog.Url}/desk");
    }
}
