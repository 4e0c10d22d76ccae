using EngagementHub.Surveys.Audience;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class AudienceModel(HubDb db, SurveyDesk desk, Guests guests) : SurveyPage(db, desk)
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? People { get; set; }

    public IReadOnlyList<AskedUnit> Units { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        await guests.InviteAsync(Survey, AudienceList.Read(await TextAsync()), HttpContext.RequestAborted);
        return await SavedAsync();
    }

    public async Task<IActionResult> OnPostEverybodyAsync()
    {
        await guests.InviteAllAsync(Survey, HttpContext.RequestAborted);
        return await SavedAsync();
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        var units = await Db.Places.Where(p => p.SurveyId == Id).GroupBy(p => p.Unit).Select(g => new { g.Key, People = g.Count() }).ToListAsync();
        Units = [.. units.OrderBy(u => u.Key).Select(u => new AskedUnit(u.Key.Length == 0 ? "No unit given" : u.Key, u.People, u.Key.Length > 0))];
        return null;
    }

    private async Task<string?> TextAsync()
    {
        if (Upload is null)
        {
            return People;
        }

        using var reader = new StreamReader(Upload.OpenReadStream());
        return await reader.ReadToEndAsync(HttpContext.RequestAborted);
    }

    private async Task<IActionResult> SavedAsync()
    {
        await Db.SaveChangesAsync();
        return Back("The list of people is saved. It is frozen when you open the pulse check.");
    }
}

/// <summary>A unit and how many of it are asked.</summary>
internal sealed record AskedUnit(string Name, int People, bool IsNamed);
