using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Conversation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class PublishModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights, Press press, Colleagues colleagues) : PostPageModel(db, mastheads, current, rights)
{
    [BindProperty]
    public string When { get; set; } = "now";

    [BindProperty, Display(Name = "day")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string Moderation { get; set; } = CommentChoices.Before;

    [BindProperty]
    public Anonymity Anonymity { get; set; }

    [BindProperty, Display(Name = "day comments close")]
    public DateOnly? ClosesOn { get; set; }

    /// <summary>The wording the person decided to publish.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public IReadOnlyList<Choice> Times { get; } = [new("now", "Now"), new("later", "Later", "On the day and at the time below")];

    public bool IsPublished => Post.StandingAt(Masthead.Now) == PostStanding.Published;

    public void OnGet()
    {
        var terms = Post.Comments;
        (Moderation, Anonymity) = (terms.PreModerated ? CommentChoices.Before : CommentChoices.After, terms.Anonymity);
        ClosesOn = terms.ClosesOn ?? (Blog.Comments.OpenForDays is { } days ? Masthead.Today.AddDays(days) : null);
        Time = "09:00";
        if (Post.PublishAt is { } at)
        {
            (When, Day, Time) = ("later", at.DayIn(Blog.Zone), at.In(Blog.Zone).ToString("HH:mm", CultureInfo.InvariantCulture));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsPublished)
        {
            return Redirect(Addresses.Of(Blog, Post));
        }

        var from = When == "later" ? Later() : Masthead.Now;
        if (!ModelState.IsValid || from is not { } at)
        {
            return Page();
        }

        var read = Post.Revision;
        if (Seen is { } seen && seen != read)
        {
            return await TellOvertakenAsync();
        }

        try
        {
            await PublishAsync(at);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // Somebody took the pen, an address or a day at the same moment. What is saved now decides.
            Db.ChangeTracker.Clear();
            if (await LoadAsync() is { } refused)
            {
                return refused;
            }

            if (Post.Revision != read)
            {
                throw;
            }

            await PublishAsync(at);
        }

        return Post.StandingAt(Masthead.Now) == PostStanding.Scheduled ? Scheduled() : Published();
    }

    // Nobody publishes words they have not seen, least of all in the name of another.
    private async Task<PageResult> TellOvertakenAsync()
    {
        var by = await colleagues.NameAsync(Post.ChangedBy, HttpContext.RequestAborted);
        ModelState.AddModelError("", $"{by} changed this draft at {Say.Moment(Post.ChangedAt, Blog.Zone)}, after you opened this page. Nothing was published. Read the draft as it is now, and publish it then");
        ModelState.Remove(nameof(Seen));
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task PublishAsync(DateTimeOffset at)
    {
        var comments = new CommentTerms(Moderation != CommentChoices.After, Anonymity, ClosesOn);
        await press.PublishAsync(Blog, Post, (at, comments), Current.Id, Masthead.Now);
        await Db.SaveChangesAsync();
    }

    private RedirectResult Published()
    {
        this.Notify("The post is published. Every reader sees it now.");
        return Redirect(Addresses.Of(Blog, Post));
    }

    private RedirectResult Scheduled()
    {
        this.Notify($"The post appears at {Say.Moment(Post.PublishAt!.Value, Blog.Zone)}.", "Change that", Draft + "/publish");
        return Redirect($"{Blog.Url}/desk");
    }

    // The clock's time, and as pages write it: 2:30pm.
    private static readonly string[] WaysToSayIt = ["H:mm", "H.mm", "h:mmtt", "h.mmtt", "htt"];

    private DateTimeOffset? Later()
    {
        if (Day is null && ModelState[nameof(Day)]?.Errors is not { Count: > 0 })
        {
            ModelState.AddModelError(nameof(Day), "Enter the day on which the post appears");
        }

        if (!TimeOnly.TryParseExact(Time, WaysToSayIt, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time))
        {
            ModelState.AddModelError(nameof(Time), "Enter the time as hours and minutes, for example 14:30");
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        var at = Instant(Day!.Value.ToDateTime(time));
        return at > Masthead.Now ? at : throw new BrokenRuleException("This moment has passed. Choose a later one, or publish now", nameof(Time));
    }

    // An hour the clocks skip becomes the hour after it; of an hour shown twice, the first.
    private DateTimeOffset Instant(DateTime local)
    {
        var zone = LocalTime.Zone(Blog.Zone);
        var shown = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }
}
