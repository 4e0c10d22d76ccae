using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class ReturnModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights) : PostPageModel(db, mastheads, current, rights)
{
    [BindProperty, Required(ErrorMessage = "Say what is to be changed, so that the author can go on"), StringLength(2000, ErrorMessage = "The note may hold 2,000 characters at most")]
    public string? Note { get; set; }

    protected override async Task<IActionResult?> PrepareAsync() =>
        await base.PrepareAsync() ?? (await Rights.RunsAsync(Blog, Current.Id) ? null : Forbid());

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Post.Return(Current.Id, Masthead.Now, Note!);
        await Db.SaveChangesAsync();
        this.Notify($"“{Post.Title}” is back with its author, who sees your note.");
        return Redirect($"{Blog.Url}/desk");
    }
}
