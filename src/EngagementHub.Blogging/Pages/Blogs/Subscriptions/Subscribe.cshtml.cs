using EngagementHub.Blogging.Reading;
using EngagementHub.Blogging.Subscriptions;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Subscriptions;

internal sealed class SubscribeModel(HubDb db, Mastheads mastheads, ICurrentStaff current) : BlogPageModel(mastheads)
{
    private Subscription? _subscription;

    [BindProperty]
    public string Rhythm { get; set; } = "";

    public string? Address { get; private set; }

    public bool IsFollowed => _subscription is { EndedAt: null };

    public IReadOnlyList<Choice> Rhythms { get; } =
    [
        new(nameof(Blogging.Subscriptions.Rhythm.Each), "Each post", "Within minutes of its appearing"),
        new(nameof(Blogging.Subscriptions.Rhythm.Daily), "A daily round-up", "At 8am, on days with something new"),
        new(nameof(Blogging.Subscriptions.Rhythm.Weekly), "A weekly round-up", "At 8am on Mondays, when there is something new"),
    ];

    public void OnGet() => Rhythm = (_subscription is { EndedAt: null } followed ? followed.Rhythm : default).ToString();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Rhythms.All(r => r.Value != Rhythm))
        {
            throw new BrokenRuleException("Choose how often you want mail", nameof(Rhythm));
        }

        await FollowAsync(Enum.Parse<Rhythm>(Rhythm));
        await db.SaveChangesAsync();
        this.Notify($"New posts of {Blog.Name} come to {Address}: {Said()}.", "Blogs you follow by mail", "/mail/subscriptions");
        return Redirect(Blog.Url);
    }

    public async Task<IActionResult> OnPostStopAsync()
    {
        _subscription?.End(Masthead.Now);
        await db.SaveChangesAsync();
        this.Notify($"You get no more mail about {Blog.Name}.", "Get it again", $"{Blog.Url}/subscribe");
        return Redirect(Blog.Url);
    }

    protected override async Task<IActionResult?> PrepareAsync()
    {
        var (blog, reader) = (Blog.Id, current.Id);
        _subscription = await db.Subscriptions.FirstOrDefaultAsync(s => s.BlogId == blog && s.Reader == reader, HttpContext.RequestAborted);
        Address = (await current.CardAsync())?.Mail;
        return null;
    }

    private async Task FollowAsync(Rhythm rhythm)
    {
        var reader = (await current.CardAsync())!;
        if (_subscription is null)
        {
            db.Subscriptions.Add(Subscription.Begin(Blog, reader, rhythm, Masthead.Now));
        }
        else
        {
            _subscription.Follow(reader, rhythm, Masthead.Now);
        }
    }

    private string Said()
    {
        var label = Rhythms.Single(r => r.Value == Rhythm).Label;
        return char.ToLowerInvariant(label[0]) + label[1..];
    }
}
