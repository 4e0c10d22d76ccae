using EngagementHub.Core.Ui;
using EngagementHub.Surveys.Audience;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

[RequestSizeLimit(LargestList)]
internal sealed class AudienceModel(HubDb db, SurveyDesk desk, Guests guests) : SurveyPage(db, desk)
{
    // A department of 200,000 with units and grades.
    private const int LargestList = 30_000_000;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? People { get; set; }

    /// <summary>The units that were ticked.</summary>
    [BindProperty]
    public List<string>? Chosen { get; set; }

    public IReadOnlyList<AskedUnit> Units { get; private set; } = [];

    /// <summary>The units of the directory, each with how many work there.</summary>
    public IReadOnlyList<Choice> Directory { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        await guests.InviteAsync(Survey, AudienceList.Read(await TextAsync()), HttpContext.RequestAborted);
        return await SavedAsync();
    }

    public async Task<IActionResult> OnPostUnitsAsync()
    {
        await guests.InviteUnitsAsync(Survey, Chosen ?? [], HttpContext.RequestAborted);
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
        Directory = [.. (await guests.UnitsAsync(HttpContext.RequestAborted)).Select(u => new Choice(u.Name, $"{u.Name} ({Core.Time.Say.Count(u.People, "person", "people")})", u.People < Survey.Threshold ? "Too few for results of its own" : null))];
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

