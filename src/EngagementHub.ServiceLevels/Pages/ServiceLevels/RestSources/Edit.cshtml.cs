using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;
using EngagementHub.ServiceLevels.Sources.Rest;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.RestSources;

/// <summary>Connects a ticket system by one of the ready profiles, or changes how one is read.</summary>
internal sealed class EditModel(HubDb db, RestDesk desk, OutboundAddresses addresses, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private RestSource? _source;

    public static IReadOnlyList<Choice> SignIns { get; } =
    [
        new(nameof(Sources.Rest.SignIn.Header), "With a secret in a header", "A token, or name and password"),
        new(nameof(Sources.Rest.SignIn.ClientCredentials), "By client credentials (OAuth 2.0)", "The hub asks for tokens itself"),
        new(nameof(Sources.Rest.SignIn.None), "Not at all"),
    ];

    public static IReadOnlyList<Choice> Pagings { get; } =
    [
        new(nameof(Sources.Rest.Paging.Keyset), "By the last change and name of the last record", "Best: nothing is skipped while tickets change"),
        new(nameof(Sources.Rest.Paging.Offset), "By how many records were read"),
        new(nameof(Sources.Rest.Paging.Link), "By an address that the page gives"),
    ];

    public bool IsNew => _source is null;

    public string Name => _source?.Name ?? "";

    public bool IsOther => IsNew && Profile.Name == "other";

    public string Caption => _source?.Title ?? Profile.Title;

    [BindProperty, Required(ErrorMessage = "Enter a name for the system"), StringLength(60, ErrorMessage = "The name can have 60 characters at most")]
    public string? Title { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the address of the system")]
    public string? Address { get; set; }

    [BindProperty]
    public SignIn HowToSignIn { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public ShapeForm Shape { get; set; } = new();

    [BindProperty, Range(10, 86_400, ErrorMessage = "Enter 10 seconds or more, and a day at most")]
    public int Seconds { get; set; } = 60;

    [BindProperty, Required(ErrorMessage = "Enter what is asked for behind the address")]
    public string? Query { get; set; }

    [BindProperty]
    public string? OneQuery { get; set; }

    [BindProperty]
    public Paging Paging { get; set; }

    [BindProperty, Range(1, RestRules.LargestPage, ErrorMessage = "Ask for 1 to 1000 records a page")]
    public int PageSize { get; set; } = 100;

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? Changed { get; set; }

    [BindProperty]
    public string? RecordId { get; set; }

    [BindProperty]
    public string? SinceFormat { get; set; }

    [BindProperty]
    public string? SinceZone { get; set; }

    [BindProperty]
    public string? History { get; set; }

    [BindProperty]
    public string? Header { get; set; }

    [BindProperty]
    public string? HeaderPrefix { get; set; }

    [BindProperty]
    public string? TokenAddress { get; set; }

    [BindProperty]
    public string? ClientId { get; set; }

    [BindProperty]
    public string? Scope { get; set; }

    private (string Name, string Title, RestRules Rules) Profile => RestProfiles.All.FirstOrDefault(known => known.Name == Request.Query["profile"].ToString()) is { Name: not null } found ? found : RestProfiles.All[^1];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var name = (string?)RouteData.Values["name"];
        _source = name is null ? null : await db.RestSources.FirstOrDefaultAsync(known => known.Name == name);
        if (name is not null && _source is null)
        {
            context.Result = NotFound();
            return;
        }

        Shape.Services = await db.ServiceChoicesAsync();
        await next();
    }

    public void OnGet()
    {
        var rules = _source?.Rules ?? Profile.Rules;
        (Title, Address, HowToSignIn, Seconds) = (_source?.Title, rules.Address, rules.SignIn, _source?.Seconds ?? 60);
        (Query, OneQuery, Paging, PageSize, Next) = (rules.Query, rules.OneQuery, rules.Paging, rules.PageSize, rules.Next);
        (Changed, RecordId, SinceFormat, SinceZone) = (rules.Changed, rules.Id, rules.SinceFormat, rules.SinceZone);
        (Header, HeaderPrefix, TokenAddress, ClientId, Scope) = (rules.Header, rules.HeaderPrefix.Trim(), rules.TokenAddress, rules.ClientId, rules.Scope);
        (History, Shape) = (HistoryLines.Write(rules.History), ShapeForm.Of(rules.Shape, Shape.Services));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (rules, act) = (Rules(), new Act(current.Id, clock.GetUtcNow()));
        RefuseAddress(rules);
        if (_source is null)
        {
            db.RestSources.Add(_source = RestSource.Connect(Title!, rules, From is { } day ? day.ToDateTime(default, DateTimeKind.Utc) : act.At.AddDays(-90), act));
        }

        _source.Describe(Title!, rules, Seconds, act);
        if (Secret is not null)
        {
            _source.ChangeSecret(desk.Encrypt(Secret), act);
        }

        await db.SaveChangesAsync(cancellation);
        this.Notify("Saved. Test the connection now.");
        return Redirect($"/service-levels/rest-sources/{_source.Name}");
    }

    private void RefuseAddress(RestRules rules)
    {
        foreach (var (address, field) in new[] { (rules.Address, nameof(Address)), (rules.TokenAddress, nameof(TokenAddress)) }.Where(entered => entered.Item1.Length > 0))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !addresses.Allows(uri))
            {
                throw new BrokenRuleException("The hub may not connect to that host: whoever runs the hub adds it to the setting Sources:Allowed", field);
            }
        }
    }

    private RestRules Rules() => new()
    {
        Address = Address!.Trim().TrimEnd('/'),
        Query = Query!.Trim(),
        OneQuery = OneQuery?.Trim() ?? "",
        Paging = Paging,
        PageSize = PageSize,
        Next = Next?.Trim() ?? "",
        Changed = Changed?.Trim() ?? "",
        Id = RecordId?.Trim() ?? "",
        SinceFormat = SinceFormat?.Trim() ?? "yyyy-MM-dd HH:mm:ss",
        SinceZone = SinceZone?.Trim() ?? "UTC",
        Shape = Shape.Read(),
        History = HistoryLines.Read(History ?? ""),
        SignIn = HowToSignIn,
        Header = Header?.Trim() ?? "Authorization",
        HeaderPrefix = string.IsNullOrWhiteSpace(HeaderPrefix) ? "" : HeaderPrefix.Trim() + " ",
        TokenAddress = TokenAddress?.Trim() ?? "",
        ClientId = ClientId?.Trim() ?? "",
        Scope = Scope?.Trim() ?? "",
    };
}
