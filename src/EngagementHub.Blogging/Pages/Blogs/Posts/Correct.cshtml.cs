using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class CorrectModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights) : PostPageModel(db, mastheads, current, rights)
{
    [BindProperty, Required(ErrorMessage = "Write what was wrong and what is right"), StringLength(2000, ErrorMessage = "The note may hold 2,000 characters at most")]
    public string? Text { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Post.Correct((await Current.CardAsync())!, Masthead.Now, Text!);
        await Db.SaveChangesAsync();
        this.Notify("The correction is shown with the post, with today's date.");
        return Redirect(Addresses.Of(Blog, Post));
    }
}
