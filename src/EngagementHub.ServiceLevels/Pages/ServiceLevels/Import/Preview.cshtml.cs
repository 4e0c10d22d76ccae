using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

/// <summary>The first rows of an uploaded file as they are understood; what is wrong with that is put right here, and only then the file is taken in.</summary>
internal sealed class PreviewModel(HubDb db, Rights rights, TicketImporter importer, UploadShelf uploads, ImportReportShelf reports, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private TicketMapping? _mapping;

    public static IReadOnlyList<SelectListItem> Encodings { get; } = [.. FileEncoding.All.Select(known => new SelectListItem(known.Words, known.Name))];

    public static IReadOnlyList<SelectListItem> Delimiters { get; } = [.. FileForm.Delimiters.Select(known => new SelectListItem(known.Words, known.Name))];

    public static IReadOnlyList<SelectListItem> Meanings { get; } = [.. MeaningChoice.All];

    [BindProperty]
    public ReadingForm Form { get; set; } = new();

    [BindProperty]
    public bool AcceptGoodRows { get; set; }

    public string Upload { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string MappingName => _mapping?.Name ?? "";

    public FileReading Reading { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Columns { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public IReadOnlyList<SelectListItem> TimeFormats { get; private set; } = [];

    public ImportReport? Refused { get; private set; }

    /// <summary>What has to be said before the rows of a new kind of file can be understood; a mistake only when a form is sent without it.</summary>
    public BrokenRuleException? Ask { get; private set; }

    public bool NeedsAnswers => Reading.Problem is not null || _mapping is null || !ModelState.IsValid;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        (Upload, var name) = ((string)RouteData.Values["upload"]!, Request.Query["mapping"].ToString());
        if (uploads.NameOf(Upload, current.Id) is not { } file)
        {
            this.Notify("The file is not kept any longer: choose it again.");
            context.Result = Redirect("/service-levels/import");
            return;
        }

        FileName = file;
        _mapping = name.Length == 0 ? null : await db.TicketMappings.FirstOrDefaultAsync(known => known.Name == name);
        Services = [.. (await rights.KeptAsync()).Select(service => new SelectListItem(service.Name, service.Slug))];
        if (_mapping is not null && !await rights.MayTakeInAsync(_mapping.Rules))
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(_mapping?.Rules, cancellation);
        Form = ReadingForm.Of(Reading, _mapping?.Rules, _mapping?.Title ?? Path.GetFileNameWithoutExtension(FileName));
        Form.Zone = _mapping is null ? hub.Value.Zone : Form.Zone;
        Form.States = [.. Reading.States.Select(state => StateChoice.Of(state.State, state.Rows, Reading.Rules.States))];
        return Page();
    }

    /// <summary>Shows the rows again as they are understood now.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAgainAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation)
    {
        var rules = await ReadAgainAsync(cancellation);
        RefuseUnanswered();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await rights.MayTakeInAsync(rules, cancellation))
        {
            throw new BrokenRuleException("Choose one of your own services, and no column for it: only an administrator takes in tickets of others", "Form.Service");
        }

        return await TakeAsync(await SaveMappingAsync(rules), cancellation);
    }

    /// <summary>The rows that could not be taken, to correct and send again.</summary>
    public IActionResult OnGetRejected() => reports.Find(Upload) is { } read
        ? new RejectedRowsResult(uploads.Open(Upload), read)
        : NotFound();

    private async Task<MappingRules> ReadAgainAsync(CancellationToken cancellation)
    {
        var rules = Form.Rules(_mapping?.Rules);
        await ReadAsync(rules, cancellation);
        var before = Form.States.ToList();
        Form.States = [.. Reading.States.Select(state => before.Find(choice => choice.State == state.State) ?? StateChoice.Of(state.State, state.Rows, rules.States))];
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Form.States", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        return rules;
    }

    private async Task ReadAsync(MappingRules? rules, CancellationToken cancellation)
    {
        await using var file = uploads.Open(Upload);
        Reading = await FileReading.OfAsync(file, rules, clock.GetUtcNow(), cancellation);
        Columns = ColumnsOf(Reading);
        var exact = Reading.Rules.TimeFormat;
        TimeFormats =
        [
            new("Day first, as in 29/02/2016 01:16", "day first"), new("Month first, as in 02/29/2016 01:16", "month first"), new("Year first, as in 2016-02-29 01:16", "year first"),
            .. exact.Length == 0 || WrittenTime.OrderOf(exact) is not null ? Array.Empty<SelectListItem>() : [new($"Exactly {exact}", exact)],
        ];
        Ask = rules is null && Reading.Problem is { Field.Length: > 0 } ? Reading.Problem : null;
        if (Ask is null && Reading.Problem is { } problem)
        {
            ModelState.AddModelError(problem.Field is { Length: > 0 } field ? $"Form.{field}" : "", problem.Message);
        }
    }

    // As the saved rules spell them; one that this file lacks stays chosen until somebody chooses another.
    private static IReadOnlyList<SelectListItem> ColumnsOf(FileReading reading)
    {
        var (heading, chosen) = (reading.Form.Heading.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(500).ToList(), reading.Rules.Columns.ToList());
        string Spelling(string name) => chosen.Find(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase)) ?? name;
        return [.. heading.Select(name => new SelectListItem(name, Spelling(name))), .. chosen.Distinct().Except(heading, StringComparer.OrdinalIgnoreCase).Select(name => new SelectListItem($"{name} (not in this file)", name))];
    }

    private void RefuseUnanswered()
    {
        foreach (var (index, choice) in Form.States.Index().Where(choice => choice.Item.Means is null && Form.State is not null && !AcceptGoodRows))
        {
            ModelState.AddModelError($"Form.States[{index}].Means", $"Say what the state \"{choice.State}\" means");
        }

        if (string.IsNullOrWhiteSpace(Form.Title) || Form.Title.Length > 60)
        {
            ModelState.AddModelError("Form.Title", "Enter a name for this way of reading, in 60 characters at most");
        }
    }

    private async Task<TicketMapping> SaveMappingAsync(MappingRules rules)
    {
        var act = new Act(current.Id, clock.GetUtcNow());
        if (_mapping is null)
        {
            var name = SlugText.From(Form.Title!);
            if (await db.TicketMappings.AnyAsync(known => known.Name == name))
            {
                throw new BrokenRuleException("There is a saved way of reading of that name: choose another name, or send the file again and choose the saved one", "Form.Title");
            }

            return db.TicketMappings.Add(TicketMapping.Save(name, Form.Title!, name, rules, act)).Entity;
        }

        _mapping.Change(Form.Title!, rules, act);
        return _mapping;
    }

    private async Task<IActionResult> TakeAsync(TicketMapping mapping, CancellationToken cancellation)
    {
        var (now, form) = (clock.GetUtcNow(), Reading.Form);
        var import = TicketImport.Of(mapping, FileName, current.Id, now);
        // Saves the mapping too, with the first rows: when nothing is taken in, its name is still free.
        var report = await importer.TakeAsync(() => new TicketFile(form.Rows(uploads.Open(Upload)), mapping.Rules, now + TicketIntake.Skew), import, !AcceptGoodRows, null, cancellation);
        var read = new ReadFile(report, Upload, form);
        if (!report.IsRefused)
        {
            return Redirect($"/service-levels/import/{reports.Keep(import.Id, read)}");
        }

        reports.Keep(Upload, read);
        Refused = report;
        throw new BrokenRuleException($"Nothing was taken in: {Say.Count(report.Rejected, "row")} cannot be taken. Correct the file and send it again, or accept the good rows and leave these out", nameof(AcceptGoodRows));
    }
}
