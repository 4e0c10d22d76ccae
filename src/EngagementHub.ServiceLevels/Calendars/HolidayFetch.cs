using EngagementHub.Core.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The section <c>ServiceLevels:BankHolidays</c>: where a newer list is fetched from each day. Without an address nothing is fetched.</summary>
internal sealed record BankHolidaySettings
{
    /// <summary>As in https://www.gov.uk/bank-holidays.json.</summary>
    public string Address { get; init; } = "";

    /// <summary>The hosts that may be asked, parted by commas.</summary>
    public string Hosts { get; init; } = "www.gov.uk";

    /// <summary>What is wrong with it, in a sentence.</summary>
    public string? Trouble =>
        Address.Length == 0 ? null
        : !Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps ? "write a whole address that begins with https://"
        : !Hosts.Split(',', StringSplitOptions.TrimEntries).Contains(address.Host, StringComparer.OrdinalIgnoreCase) ? $"the host {address.Host} is not one of ServiceLevels:BankHolidays:Hosts ({Hosts})"
        : null;
}

/// <summary>Fetches the list of bank holidays once a day. What is new waits for a person: nothing that is due moves by itself.</summary>
internal sealed partial class HolidayFetch(HubDb db, HolidayShelf holidays, IHttpClientFactory clients, IOptions<BankHolidaySettings> settings, ILogger<HolidayFetch> log) : IJob
{
    /// <summary>The client that follows no redirects, waits no longer than half a minute and reads no more than a megabyte.</summary>
    public const string Client = "bank-holidays";

    public const int MostBytes = 1024 * 1024;

    public const string JobName = "servicelevels.bank-holidays";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (settings.Value.Address.Length == 0)
        {
            return;
        }

        using var client = clients.CreateClient(Client);
        using var answer = await client.GetAsync(new Uri(settings.Value.Address), cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The list of bank holidays could not be fetched: {settings.Value.Address} answered {(int)answer.StatusCode}");
        }

        var file = await answer.Content.ReadAsStringAsync(cancellation);
        if (await holidays.ReceiveAsync(file, settings.Value.Address, new Act(null, now), cancellation) is { } received)
        {
            await db.SaveChangesAsync(cancellation);
            LogReceived(log, received.Number);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A newer list of bank holidays came and waits to be taken in: list {Number}")]
    private static partial void LogReceived(ILogger log, int number);
}
