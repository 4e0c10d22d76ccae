using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "Services", "Services": [{ "Slug": "new-account", "Name": "A new account", "Summary": "…", "RunBy": "IT services", "Owner": "service-owner",
/// "HowToAsk": "…", "Hours": "…", "Contacts": "…", "Levels": [{ "Slug": "delivered", "Name": "Accounts delivered", "Measure": "within working days",
/// "Basis": "due", "Calendar": "department", "CutOff": "17:00", "Category": "", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 5 }],
/// "Counts": [{ "Month": "2007-01", "Right": 23712, "Of": 23930 }], "Live": false }] }] }</c>.
/// Measures: within working days, within working hours, within elapsed hours, in time for a cut-off (with "CutOffs": the short name of a CutOffs step's calendar), average working days, median working days,
/// share correct (with Counts; "Live": false when no more will come), backlog older than. "Stops": "first response" measures the first answer; resolution is meant otherwise.
/// Basis: due (default), received, completed. Applied again, it adds services, levels, later steps and counts; it never changes a step.
/// </summary>
internal sealed class ServicesRecipeStep(HubDb db, IStaffDirectory staff) : IRecipeStep
{
    public string Name => "Services";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        var place = await db.Services.CountAsync(cancellation);
        foreach (var item in step.Body["Services"].Items())
        {
            var slug = item["Slug"].Text();
            var service = await db.Services.FirstOrDefaultAsync(known => known.Slug == slug, cancellation);
            if (service is null)
            {
                service = Service.List(slug, place++, StableId.From($"servicelevels/service/{slug}"));
                db.Services.Add(service);
            }

            service.Describe(new ServiceText(item["Name"].Text(), item.TextOr("Summary", ""), item.TextOr("RunBy", ""), item.TextOr("HowToAsk", ""), item.TextOr("Hours", ""), item.TextOr("Contacts", "")), new Act(null, step.At));
            service.RunUnder(await OwnerAsync(item.Find("Owner"), cancellation));
            foreach (var (index, level) in item.ItemsOf("Levels").Index())
            {
                await ApplyLevelAsync(service, level, index, new Act(null, step.At), cancellation);
            }
        }
    }

    private async Task<StaffId?> OwnerAsync(RecipeNode? owner, CancellationToken cancellation) =>
        owner is null || owner.Text().Length == 0 ? null
        : (await staff.FindByUserNameAsync(owner.Text(), cancellation))?.Id ?? throw owner.Refuse($"there is nobody with the user name '{owner.Text()}'");

    private async Task ApplyLevelAsync(Service service, RecipeNode item, int place, Act act, CancellationToken cancellation)
    {
        var slug = item["Slug"].Text();
        var level = await db.ServiceLevels.FirstOrDefaultAsync(known => known.ServiceId == service.Id && known.Slug == slug, cancellation);
        try
        {
            if (level is null)
            {
                level = ServiceLevel.Define(service.Id, await TextOfAsync(item, slug, place, cancellation), item["Steps"].Items().Select(StepOf), act, StableId.From($"servicelevels/level/{service.Slug}/{slug}"));
                db.ServiceLevels.Add(level);
            }

            foreach (var step in item["Steps"].Items().Select(StepOf))
            {
                level.RecallStep(step, act);
            }

            if (!item.FlagOr("Live", true))
            {
                level.EndRecord();
            }

            foreach (var count in item.ItemsOf("Counts"))
            {
                level.Record(MonthOf(count["Month"]), count["Right"].Number(), count["Of"].Number(), act);
            }
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }

    private async Task<LevelText> TextOfAsync(RecipeNode item, string slug, int place, CancellationToken cancellation) =>
        new(slug, item.TextOr("Name", slug), Word(item["Measure"], MeasureWords.Measures), await CalendarAsync(item["Calendar"], cancellation))
        {
            Basis = item.Find("Basis") is { } basis ? Word(basis, MeasureWords.Bases) : Basis.Due,
            CutOff = item.Find("CutOff") is { } cutOff ? TimeOf(cutOff) : null,
            Category = item.TextOr("Category", ""),
            Stops = item.Find("Stops") is { } stops ? Word(stops, MeasureWords.Ends) : Stops.Resolution,
            CutOffCalendarId = item.Find("CutOffs") is { } cutOffs ? await CutOffsAsync(cutOffs, cancellation) : null,
            Place = place,
        };

    private async Task<Guid> CalendarAsync(RecipeNode node, CancellationToken cancellation)
    {
        var slug = node.Text();
        return await db.Calendars.Where(calendar => calendar.Slug == slug).Select(calendar => (Guid?)calendar.Id).FirstOrDefaultAsync(cancellation)
            ?? throw node.Refuse($"there is no working calendar '{slug}'; put a WorkingCalendars step before this one");
    }

    private async Task<Guid> CutOffsAsync(RecipeNode node, CancellationToken cancellation)
    {
        var slug = node.Text();
        return await db.CutOffCalendars.Where(calendar => calendar.Slug == slug).Select(calendar => (Guid?)calendar.Id).FirstOrDefaultAsync(cancellation)
            ?? throw node.Refuse($"there are no cut-offs '{slug}'; put a CutOffs step before this one");
    }

    private static Step StepOf(RecipeNode step) => new(step["From"].Day(), step["Target"].Decimal(), step.Find("Within")?.Number() ?? 0);

    private static T Word<T>(RecipeNode node, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(node.Text(), out var value) ? value : throw node.Refuse($"'{node.Text()}' is not known here; choose {string.Join(", ", words.Keys)}");

    private static TimeOnly TimeOf(RecipeNode node) =>
        TimeOnly.TryParseExact(node.Text(), "HH:mm", out var time) ? time : throw node.Refuse($"'{node.Text()}' is not a time; write it as 17:00");

    private static DateOnly MonthOf(RecipeNode node) =>
        DateOnly.TryParseExact($"{node.Text()}-01", "yyyy-MM-dd", out var month) ? month : throw node.Refuse($"'{node.Text()}' is not a month; write it as 2007-04");
}
