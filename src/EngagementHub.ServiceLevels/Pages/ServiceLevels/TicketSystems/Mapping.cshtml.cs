using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

internal sealed class MappingModel(HubDb db, Reach reach, IStaffDirectory directory, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : SourcePageModel(db, current, clock, hub)
{
    private readonly HubDb _db = db;

    [BindProperty]
    public string? Statuses { get; set; }

    [BindProperty]
    public string? Services { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>An earlier version, to read.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public IReadOnlyList<(string Slug, string Name)> Catalogue { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, StaffCard> People { get; private set; } = new Dictionary<StaffId, StaffCard>();

    /// <summary>The tickets that changed last, as the rules on the page understand them.</summary>
    public SourceReading? Preview { get; private set; }

    public MappingVersion? Old => Source.Mappings.FirstOrDefault(version => version.Number == Version && Version < Source.Mappings.Count);

    public void OnGet()
    {
        var rules = Old is { } old ? LiveRules.Of(old.Rules) : Source.Mappings.Count > 0 ? Source.Rules : reach.Reader(Source).Suggestion;
        (Statuses, Services, Category) = (string.Join('\n', rules.Statuses), string.Join('\n', rules.Services), rules.Category);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        var rules = await RulesAsync();
        try
        {
            Preview = await reach.Reader(Source).LatestAsync(reach.Ask(Source, rules), cancellation);
        }
        catch (SourceTroubleException trouble)
        {
            throw new BrokenRuleException($"{trouble.Message}. {trouble.Cure}");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        Source.Map(await RulesAsync(), Why ?? "", reach.Reader(Source).CursorFrom(null), Act);
        await _db.SaveChangesAsync();
        this.Notify($"Saved as version {Source.Mappings.Count}. Everything is read again by it{(Source.State == SourceState.Paused ? " when the system is resumed" : "")}; what it does not change stays as it is.");
        return Redirect($"/service-levels/sources/{Source.Name}");
    }

    protected override async Task LoadAsync()
    {
        Catalogue = [.. (await _db.Services.AsNoTracking().OrderBy(service => service.Name).Select(service => new { service.Slug, service.Name }).ToListAsync()).Select(service => (service.Slug, service.Name))];
        StaffId[] ids = [.. Source.Mappings.Select(version => version.By).OfType<StaffId>().Distinct()];
        Dictionary<StaffId, StaffCard> people = [];
        foreach (var id in ids)
        {
            if (await directory.FindAsync(id, HttpContext.RequestAborted) is { } person)
            {
                people[id] = person;
            }
        }

        People = people;
    }

    private async Task<LiveRules> RulesAsync()
    {
        var rules = new LiveRules { Statuses = StatusRule.Parse(Statuses ?? ""), Services = ServiceRule.Parse(Services ?? ""), Category = Category?.Trim() ?? "" };
        var known = (await _db.Services.Select(service => service.Slug).ToListAsync()).ToHashSet();
        return rules.Services.FirstOrDefault(rule => rule.IsMeasured && !known.Contains(rule.Service)) is { } unknown
            ? throw new BrokenRuleException($"There is no service \"{unknown.Service}\": use a short name from the list below, or \"not measured\"", nameof(Services))
            : rules;
    }
}
