using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Outbound;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.Rest;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

/// <summary>How a system with a web service is read: what is asked for, and where everything stands in the answer.</summary>
internal sealed class ReadingModel(HubDb db, Reach reach, Addresses addresses, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : SourcePageModel(db, current, clock, hub)
{
    private readonly HubDb _db = db;

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

    [BindProperty]
    public SignIn HowToSignIn { get; set; }

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
    public string? Records { get; set; }

    [BindProperty]
    public string? Fields { get; set; }

    [BindProperty]
    public string? TimeFormat { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

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

    public IActionResult OnGet()
    {
        if (Source.Settings.Length == 0)
        {
            return NotFound();
        }

        var rules = RestRules.Parse(Source.Settings);
        (HowToSignIn, Header, HeaderPrefix) = (rules.SignIn, rules.Header, rules.HeaderPrefix.Trim());
        (TokenAddress, ClientId, Scope) = (rules.TokenAddress, rules.ClientId, rules.Scope);
        (Query, OneQuery, Paging, PageSize, Next) = (rules.Query, rules.OneQuery, rules.Paging, rules.PageSize, rules.Next);
        (Changed, RecordId, SinceFormat, SinceZone) = (rules.Changed, rules.Id, rules.SinceFormat, rules.SinceZone);
        (Records, Fields, TimeFormat, Zone) = (rules.Shape.Records, FieldLines.Write(rules.Shape.Fields), rules.Shape.Fields.TimeFormat, rules.Shape.Fields.Zone);
        History = HistoryLines.Write(rules.History);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Source.Settings.Length == 0)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var rules = Rules();
        Check(rules);
        var had = Source.Secret.Length > 0;
        if (had && Authority(rules) != Authority(RestRules.Parse(Source.Settings)))
        {
            Source.DropSecret();
        }

        Source.Configure(rules.Write(), reach.Reader(Source).CursorFrom(null), Act);
        await _db.SaveChangesAsync();
        this.Notify(had && Source.Secret.Length == 0 ? "Saved. Tokens are asked for at another server now, so the old secret was dropped: enter the new one." : "Saved. Test the connection now.");
        return Redirect($"/service-levels/sources/{Source.Name}");
    }

    // Who is handed the secret.
    private string Authority(RestRules rules) => new Uri(rules.SignIn == Sources.Rest.SignIn.ClientCredentials ? rules.TokenAddress : Source.Address).Authority;

    private void Check(RestRules rules)
    {
        try
        {
            rules.Check();
        }
        catch (BrokenRuleException broken)
        {
            throw new BrokenRuleException(broken.Message, broken.Field switch { nameof(RestRules.Id) => nameof(RecordId), { } field when GetType().GetProperty(field) is not null => field, _ => nameof(Fields) });
        }

        if (rules.SignIn == Sources.Rest.SignIn.ClientCredentials && !addresses.Allows(new Uri(rules.TokenAddress).Host))
        {
            throw new BrokenRuleException("The hub may not ask that host: an administrator of the server adds it to the setting Sources:Allowed", nameof(TokenAddress));
        }
    }

    private RestRules Rules() => new()
    {
        Query = Query!.Trim(),
        OneQuery = Text(OneQuery),
        Paging = Paging,
        PageSize = PageSize,
        Next = Text(Next),
        Changed = Text(Changed),
        Id = Text(RecordId),
        SinceFormat = Text(SinceFormat),
        SinceZone = Text(SinceZone),
        Overlap = RestRules.Parse(Source.Settings).Overlap,
        Shape = new JsonShape { Records = Text(Records), Fields = FieldLines.Read(Fields ?? "", new MappingRules { TimeFormat = TimeFormat ?? "year first", Zone = Text(Zone) }) },
        History = HistoryLines.Read(History ?? ""),
        SignIn = HowToSignIn,
        Header = Text(Header),
        HeaderPrefix = string.IsNullOrWhiteSpace(HeaderPrefix) ? "" : HeaderPrefix.Trim() + " ",
        TokenAddress = Text(TokenAddress),
        ClientId = Text(ClientId),
        Scope = Text(Scope),
    };

    private static string Text(string? typed) => typed?.Trim() ?? "";
}
