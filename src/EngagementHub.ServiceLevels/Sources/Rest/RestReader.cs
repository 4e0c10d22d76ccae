using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Reads web services of one kind by the rules that a source's settings hold.</summary>
internal sealed class RestReader(RestProfile profile) : ISourceReader
{
    private const int ToLookAt = 20;
    private static readonly TimeSpan[] Spans = [TimeSpan.FromDays(1), TimeSpan.FromDays(30)];
    private readonly Tokens _tokens = new();

    public string Kind => profile.Kind;

    public string Title => profile.Title;

    public string AddressHint => profile.AddressHint;

    public IReadOnlyList<WayIn> WaysIn => profile.WaysIn;

    public LiveRules Suggestion => profile.Suggestion;

    public string NewSettings => profile.Rules.Write();

    public string SettingsFor(WayIn way, Credentials given)
    {
        var rules = profile.Rules with { SignIn = way.AsksForTokens ? SignIn.ClientCredentials : way.Secret.Length == 0 ? SignIn.None : SignIn.Header, HeaderPrefix = way.Name.Length > 0 && !way.AsksForTokens ? "Basic " : profile.Rules.HeaderPrefix };
        if (way.AsksForTokens)
        {
            rules = rules with { ClientId = given.Name?.Trim() ?? "", TokenAddress = given.TokenAddress?.Trim() ?? "" };
            rules.CheckClient();
        }

        return rules.Write();
    }

    public int NewEverySeconds => 60;

    public string CursorFrom(DateTimeOffset? since) => RestCursor.Begin(since).Write();

    public async Task<SourceReading> ReadAsync(SourceAsk ask, string cursor, CancellationToken cancellation)
    {
        var (rules, place) = (RulesOf(ask), RestCursor.Parse(cursor));
        var client = new RestClient(ask, rules, _tokens);
        try
        {
            var page = await new RestRound(rules, client, Latest(ask)).ReadAsync(place, cancellation);
            return await TellAsync(ask, rules, client, page, cancellation);
        }
        catch (SourceTroubleException trouble) when (trouble.BeginAgain)
        {
            trouble.BeginAt = place.Again(rules.Paging, rules.Overlap).Write();
            throw;
        }
    }

    // What changed lately; further back where nothing did.
    public async Task<SourceReading> LatestAsync(SourceAsk ask, CancellationToken cancellation)
    {
        var rules = RulesOf(ask) with { PageSize = ToLookAt };
        var client = new RestClient(ask, rules, _tokens);
        foreach (var from in Spans.Select(span => RestCursor.Begin(ask.Now - span)).Append(RestCursor.Begin(null)))
        {
            var page = await new RestRound(rules, client, Latest(ask)).ReadAsync(from, cancellation);
            if (page.Records.Count > 0 || from == RestCursor.Begin(null))
            {
                return await TellAsync(ask, rules, client, page with { Records = [.. page.Records.Take(ToLookAt)] }, cancellation);
            }
        }

        throw new InvalidOperationException("The last look is always taken");
    }

    public async Task<SourceReading?> ReadOneAsync(SourceAsk ask, string number, CancellationToken cancellation)
    {
        var rules = RulesOf(ask);
        var client = new RestClient(ask, rules, _tokens);
        return await new RestRound(rules, client, Latest(ask)).ReadOneAsync(number, cancellation) is { } record
            ? await TellAsync(ask, rules, client, new RestPage([record], RestCursor.Begin(null), true, null, _ => null), cancellation) : null;
    }

    public async Task<string> TestAsync(SourceAsk ask, CancellationToken cancellation)
    {
        var reading = await LatestAsync(ask, cancellation);
        if (reading.Unread.FirstOrDefault(ticket => !ticket.IsUnmapped) is { } unread)
        {
            throw new SourceTroubleException($"The system answers, and ticket {unread.Number} is not understood: {unread.Reason}", unread.Cure);
        }

        var statuses = reading.Values.Where(seen => seen.Field == "Status").Select(seen => seen.Value).Order().ToList();
        return statuses.Count == 0 ? "The system answers. It has no ticket yet." : $"The system answers, and its tickets are understood. Statuses seen: {string.Join(", ", statuses)}. Nothing was taken in.";
    }

    private static DateTimeOffset Latest(SourceAsk ask) => ask.Now + TicketIntake.Skew;

    private static RestRules RulesOf(SourceAsk ask)
    {
        var rules = RestRules.Parse(ask.Settings);
        try
        {
            rules.Check();
            return rules;
        }
        catch (BrokenRuleException broken)
        {
            throw new SourceTroubleException($"Nothing says yet how the system is read: {broken.Message}", "Say it on the page that says how the system is read", needsAttention: true);
        }
    }

    private static async Task<SourceReading> TellAsync(SourceAsk ask, RestRules rules, RestClient client, RestPage page, CancellationToken cancellation)
    {
        var (records, mapping) = (new RestRecords(rules, client, Latest(ask)), new LiveMapping(ask.Rules));
        List<TicketReport> reports = [];
        List<UnreadTicket> unread = [];
        HashSet<SeenValue> seen = [];
        foreach (var (count, record) in page.Records.Index())
        {
            SourceTicket? ticket;
            UnreadTicket? waits;
            try
            {
                (ticket, waits) = await records.ReadAsync(record, cancellation);
            }
            catch (SourceTroubleException) when (page.UpTo(count) is { } place)
            {
                // What was read of the page is kept; the trouble comes again with the next question, or is over.
                return new SourceReading(reports, unread, place.Write(), false) { NewestChange = place.Since, Values = [.. seen] };
            }

            var (report, unmapped) = ticket is null ? (null, waits) : mapping.Map(ticket);
            reports.AddRange(report is null ? [] : [report]);
            unread.AddRange(unmapped is null ? [] : [unmapped]);
            seen.UnionWith(ticket?.Values ?? []);
        }

        return new SourceReading(reports, unread, page.Next.Write(), page.IsLast) { NewestChange = page.NewestChange, Values = [.. seen] };
    }
}
