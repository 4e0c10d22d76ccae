using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

internal sealed class MappingModel(HubDb db, Rights rights, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private const string Another = "another";
    private TicketMapping? _mapping;

    public static IReadOnlyList<Choice> TimeFormats { get; } =
    [
        new("day first", "Day first", "29/02/2016 01:16, 29-02-2016 1:16:00, 29 Feb 2016"),
        new("month first", "Month first, however written", "02/29/2016 01:16, 2/29/2016 1:16 AM"),
        new("year first", "Year first, however written", "2016-02-29 01:16, 2016-02-29T01:16:00Z"),
        new("dd-MM-yyyy HH:mm", "Day first, with hyphens", "29-02-2016 01:16"),
        new("dd/MM/yyyy HH:mm", "Day first, with strokes", "29/02/2016 01:16"),
        new("MM/dd/yyyy HH:mm", "Month first", "02/29/2016 01:16"),
        new("yyyy-MM-dd HH:mm", "Year first", "2016-02-29 01:16"),
        new("yyyy-MM-dd HH:mm:ss", "Year first, with seconds", "2016-02-29 01:16:00"),
        new(Another, "Another way, written below"),
    ];

    public bool IsNew => _mapping is null;

    [BindProperty, Required(ErrorMessage = "Enter a name for the mapping"), StringLength(60, ErrorMessage = "The name can have 60 characters at most")]
    public string? Title { get; set; }

    [BindProperty]
    public string? Delimiter { get; set; } = ",";

    [BindProperty, Required(ErrorMessage = "Choose how times are written")]
    public string? TimeFormat { get; set; }

    [BindProperty]
    public string? OtherTimeFormat { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the time zone, for example Europe/London")]
    public string? Zone { get; set; } = hub.Value.Zone;

    [BindProperty]
    public string? Missing { get; set; }

    [BindProperty, Required(ErrorMessage = "Name the column that holds the ticket's number")]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? EventTime { get; set; }

    [BindProperty]
    public string? Order { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Opened { get; set; }

    [BindProperty]
    public string? Resolved { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? States { get; set; }

    [BindProperty]
    public string? Service { get; set; }

    [BindProperty]
    public string? ServiceColumn { get; set; }

    [BindProperty]
    public string? ServiceRules { get; set; }

    [BindProperty]
    public bool Live { get; set; }

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var name = (string?)RouteData.Values["name"];
        _mapping = name is null ? null : await db.TicketMappings.FirstOrDefaultAsync(mapping => mapping.Name == name);
        if (name is not null && _mapping is null)
        {
            context.Result = NotFound();
            return;
        }

        if (_mapping is not null && !await rights.MayTakeInAsync(_mapping.Rules))
        {
            context.Result = Forbid();
            return;
        }

        Services = [.. (await rights.KeptAsync()).Select(service => new SelectListItem(service.Name, service.Slug))];
        await next();
    }

    public void OnGet()
    {
        if (_mapping is null)
        {
            Live = true;
            return;
        }

        var rules = _mapping.Rules;
        (Title, Delimiter, Zone, Missing, Live) = (_mapping.Title, rules.Delimiter == "\t" ? "tab" : rules.Delimiter, rules.Zone, rules.Missing, rules.Live);
        var listed = TimeFormats.Any(format => format.Value == rules.TimeFormat);
        (TimeFormat, OtherTimeFormat) = listed ? (rules.TimeFormat, null) : (Another, rules.TimeFormat);
        (Ticket, EventTime, Order, State, Opened) = (rules.Ticket, rules.EventTime, rules.Order, rules.State, rules.Opened);
        (Resolved, Category, Service, ServiceColumn) = (rules.Resolved, rules.Category, rules.Service, rules.ServiceColumn);
        States = string.Join('\n', rules.States);
        ServiceRules = string.Join('\n', rules.ServiceRules.Select(rule => $"{rule.Category} = {rule.Service}"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.Accepts(() => CategoryRule.Parse(ServiceRules ?? ""), () => StateRule.Parse(States ?? "")))
        {
            return Page();
        }

        var name = _mapping?.Name ?? SlugText.From(Title!);
        if (_mapping is null && await db.TicketMappings.AnyAsync(mapping => mapping.Name == name))
        {
            throw new BrokenRuleException("There is a mapping of that name: choose another name, or change the one there is", nameof(Title));
        }

        var rules = Rules();
        if (!await rights.MayTakeInAsync(rules))
        {
            return RefuseOthers(rules);
        }

        var act = new Act(current.Id, clock.GetUtcNow());
        if (_mapping is null)
        {
            db.TicketMappings.Add(TicketMapping.Save(name, Title!, name, rules, act));
        }
        else
        {
            _mapping.Change(Title!, rules, act);
        }

        await db.SaveChangesAsync();
        this.Notify($"The mapping is saved under the name {name}.");
        return Redirect($"/service-levels/import?mapping={name}");
    }

    // The list offers one's own services only; what is typed is answered where it was typed.
    private ForbidResult RefuseOthers(MappingRules rules) => rules switch
    {
        { ServiceColumn.Length: > 0 } => throw new BrokenRuleException("Only an administrator lets a column of the file choose the service. Choose one of your services", nameof(ServiceColumn)),
        { ServiceRules.Count: > 0 } => throw new BrokenRuleException("Only an administrator sends tickets to services of others. Name your own services", nameof(ServiceRules)),
        _ => Forbid(),
    };

    private MappingRules Rules() => new()
    {
        Delimiter = Delimiter is "tab" ? "\t" : Text(Delimiter),
        Encoding = _mapping?.Rules.Encoding ?? "",
        Team = _mapping?.Rules.Team ?? "",
        Priority = _mapping?.Rules.Priority ?? "",
        TimeFormat = TimeFormat == Another ? OtherTimeFormat ?? "" : TimeFormat!,
        Zone = Zone!.Trim(),
        Missing = Missing ?? "",
        Ticket = Ticket!.Trim(),
        EventTime = Text(EventTime),
        Order = Text(Order),
        State = Text(State),
        Opened = Text(Opened),
        Resolved = Text(Resolved),
        Category = Text(Category),
        Service = Text(Service),
        ServiceColumn = Text(ServiceColumn),
        ServiceRules = CategoryRule.Parse(ServiceRules ?? ""),
        States = StateRule.Parse(States ?? ""),
        Live = Live,
    };

    private static string Text(string? typed) => typed?.Trim() ?? "";
}
