using EngagementHub.ServiceLevels.Sources;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>
/// <c>{ "name": "Tickets", "Imports": [{ "File": "home-office-2007/tickets.csv", "Mapping": "service-desk-2007" }] }</c>. The file is relative to the
/// recipe and read as on the import page, except that a recipe whose file has a row that cannot be taken is refused. A single File and Mapping may stand on the step itself.
/// </summary>
internal sealed class TicketsRecipeStep(HubDb db, TicketImporter importer) : IRecipeStep
{
    public string Name => "Tickets";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var import in step.Body.Find("Imports")?.Items() ?? [step.Body])
        {
            await ApplyAsync(import, step, cancellation);
        }
    }

    private async Task ApplyAsync(RecipeNode import, RecipeStep step, CancellationToken cancellation)
    {
        var name = import["Mapping"].Text();
        var mapping = await db.TicketMappings.AsNoTracking().FirstOrDefaultAsync(known => known.Name == name, cancellation)
            ?? throw import["Mapping"].Refuse($"there is no ticket mapping '{name}'; put a TicketMappings step before this one");
        var path = step.FileAt(import["File"]);
        using var text = new StreamReader(path);
        var report = await importer.TakeAsync(mapping, text, TicketImport.OfRecipe(mapping, Path.GetFileName(path), step.At), null, cancellation);
        if (report.Rejections is [var first, ..])
        {
            throw import["File"].Refuse($"{Say.Count(report.Rejected, "row")} of {Path.GetFileName(path)} cannot be taken; the first is line {first.Line}, column {first.Column}: {first.Reason}. {first.Cure}");
        }
    }
}
