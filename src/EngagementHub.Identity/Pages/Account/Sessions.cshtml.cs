using EngagementHub.Core.Ui;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Account;

/// <summary>Where I am signed in, and the way to end it there.</summary>
internal sealed class SessionsModel(HubDb db, ICurrentStaff current, SignedIn sessions, SessionSettings settings) : PageModel
{
    public IReadOnlyList<PlaceLine> Places { get; private set; } = [];

    public string Limits => $"Without doing anything you are signed out after {Minutes(settings.Idle)}, and in any case after {Minutes(settings.Absolute)}.";

    public async Task OnGetAsync()
    {
        var (me, here) = (current.Id, sessions.Here);
        Places = await db.Sessions.Where(s => s.Person == me).OrderByDescending(s => s.LastSeenOn).ThenBy(s => s.StartedOn)
            .Select(s => new PlaceLine(s.Id, s.Device, s.StartedOn, s.LastSeenOn, s.KeyHash == here)).ToListAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid place)
    {
        var me = current.Id;
        var ended = await sessions.EndAsync(db.Sessions.Where(s => s.Person == me && s.Id == place), HttpContext.RequestAborted);
        this.Notify(ended == 0 ? "That had ended already." : "You are signed out there.");
        return Redirect("/account/sessions");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        var me = current.Id;
        await sessions.EndAsync(db.Sessions.Where(s => s.Person == me), HttpContext.RequestAborted);
        await HttpContext.SignOutAsync();
        return Redirect("/account/signed-out");
    }

    private static string Minutes(TimeSpan time) => time.TotalMinutes % 60 == 0 ? Core.Time.Say.Count((long)time.TotalHours, "hour") : Core.Time.Say.Count((long)time.TotalMinutes, "minute");
}

/// <summary>One place where somebody is signed in.</summary>
internal sealed record PlaceLine(Guid Id, string Device, DateOnly StartedOn, DateOnly LastSeenOn, bool IsHere);
