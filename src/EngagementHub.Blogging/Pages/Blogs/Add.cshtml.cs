using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

/// <summary>Opens another blog beside those there are.</summary>
internal sealed class AddModel(HubDb db, Colleagues colleagues, ICurrentStaff current, TimeProvider clock) : BlogForm(colleagues)
{
    // Pages that stand beside the blogs.
    private static readonly string[] Taken = ["add"];

    [BindProperty, Required(ErrorMessage = "Enter the address"), StringLength(Slug.MaxLength, ErrorMessage = "The address may hold 80 characters at most")]
    public string? Address { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the time zone")]
    public string? Zone { get; set; } = "Europe/London";

    public Task OnGetAsync() => PrepareAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await PrepareAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var blog = Blog.Open(Guid.NewGuid(), await FreeAsync(Address!), Name!, await OwnerAsync(), Zone!);
        blog.Describe(Words.Name, Words.Strapline, blog.Owner, Comments);
        blog.Announce(current.Id, clock.GetUtcNow());
        db.Blogs.Add(blog);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (Duplicates.Caused(twice))
        {
            throw TakenBy(blog.Slug);
        }

        this.Notify($"{blog.Name} is open. Its owner holds the pen until a guest does.");
        return Redirect(blog.Url);
    }

    private async Task<string> FreeAsync(string address)
    {
        var slug = Slug.From(address);
        return slug != address.Trim()
            ? throw new BrokenRuleException($"Use small letters, digits and hyphens in the address, for example {slug}", nameof(Address))
            : Taken.Contains(slug) || await db.Blogs.AnyAsync(b => b.Slug == slug, HttpContext.RequestAborted) ? throw TakenBy(slug) : slug;
    }

    private static BrokenRuleException TakenBy(string slug) => new($"/blogs/{slug} is taken. Choose another address", nameof(Address));
}
