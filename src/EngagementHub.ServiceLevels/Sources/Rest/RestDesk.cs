using EngagementHub.ServiceLevels.Intake;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Asks a web service and takes in what it tells. How far it was read is saved with what that brought: both or neither.</summary>
internal sealed class RestDesk(HubDb db, TicketIntake intake, SourceFreshness freshness, RestClient client, IDataProtectionProvider protection, TimeProvider clock)
{
    private IDataProtector Protector => protection.CreateProtector("EngagementHub.ServiceLevels.RestSources");

    public string Encrypt(string secret) => Protector.Protect(secret);

    /// <summary>Reads a page and takes it in.</summary>
    /// <returns>Whether there is more to read now.</returns>
    public async Task<bool> ReadNextAsync(RestSource source, CancellationToken cancellation)
    {
        try
        {
            var page = await ReaderOf(source).ReadAsync(source.Cursor, cancellation);
            await TakeAsync(source, page, cancellation);
            return !page.IsLast;
        }
        catch (ServiceTroubleException trouble)
        {
            source.Fail(trouble, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return false;
        }
    }

    /// <summary>Reads one ticket anew.</summary>
    /// <returns>What became of it, in a sentence.</returns>
    public async Task<string> ReadOneAsync(RestSource source, string number, CancellationToken cancellation)
    {
        if (await ReaderOf(source).ReadOneAsync(number, cancellation) is not { } page)
        {
            return $"{source.Title} has no ticket {number}.";
        }

        var takings = await intake.TakeAsync(source.Name, page.Tickets, cancellation);
        return page.Refused.Count > 0 ? $"{page.Refused[0].Reason}. {page.Refused[0].Cure}."
            : takings[0].Result == Took.Rejected ? $"{takings[0].Reason}. {takings[0].Cure}."
            : takings[0].Result == Took.Duplicate ? $"Ticket {number} is as it was known." : $"Ticket {number} was read anew and taken in.";
    }

    /// <summary>Asks for the first records and takes nothing in.</summary>
    /// <exception cref="ServiceTroubleException">The service does not answer as it should now.</exception>
    public Task<RestPage> TestAsync(RestSource source, CancellationToken cancellation) => ReaderOf(source).ReadAsync(source.Cursor, cancellation);

    private RestReader ReaderOf(RestSource source) => new(source.Rules, client.Of(source.Rules, source.Secret.Length == 0 ? "" : Protector.Unprotect(source.Secret)), clock.GetUtcNow() + TicketIntake.Skew);

    private async Task TakeAsync(RestSource source, RestPage page, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var takings = await intake.TakeAsync(source.Name, page.Tickets, cancellation);
        var rejected = takings.Where(taking => taking.Result == Took.Rejected).Select(taking => new RefusedRecord(taking.Report.Number, taking.Column ?? "", taking.Reason!, taking.Cure!));
        source.Take(page, new PageCount(takings.Count(taking => taking.Result is Took.Accepted or Took.Corrected), takings.Count(taking => taking.Result == Took.Duplicate), [.. page.Refused, .. rejected]), clock.GetUtcNow());
        if (page.IsLast)
        {
            await freshness.HeardAsync(source.Name, clock.GetUtcNow(), source.Rules.Shape.Fields.Live, source.Patience, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}

/// <summary>Connects to web services, only where the settings allow it and never on to another address.</summary>
internal sealed class RestClient(OutboundAddresses addresses) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectCallback = addresses.ConnectAsync, AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    public IFetch Of(RestRules rules, string secret) => new HttpFetch(_http, rules, secret, Patience);

    public void Dispose() => _http.Dispose();
}
