using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>A ticket system that tells what a test says.</summary>
internal sealed class ToldSystem : ISourceReader
{
    private List<(string Number, string Status, string Queue)> _tickets = [];
    private Func<Task> _inside = () => Task.CompletedTask;
    private int _asking;

    public string Kind => "told";

    public string Title => "A system that is told";

    public string AddressHint => "Any";

    public IReadOnlyList<WayIn> WaysIn { get; } = [new("token", "Token", "Token", "")];

    public LiveRules Suggestion { get; } = new();

    public SourceTroubleException? Trouble { get; set; }

    public bool DiesAfterReading { get; set; }

    public int MostAtOnce { get; private set; }

    public void Tell(params (string Number, string Status, string Queue)[] tickets) => _tickets = [.. tickets];

    public void Forget() => (_tickets, Trouble, DiesAfterReading, MostAtOnce, _inside) = ([], null, false, 0, () => Task.CompletedTask);

    public Task WaitsInside(out TaskCompletionSource mayEnd)
    {
        var (begun, end) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _inside = () =>
        {
            begun.TrySetResult();
            return end.Task;
        };
        return begun.Task;
    }

    public void WaitsNoMore() => _inside = () => Task.CompletedTask;

    public string CursorFrom(DateTimeOffset? since) => "";

    public async Task<SourceReading> ReadAsync(SourceAsk ask, string cursor, CancellationToken cancellation)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _asking));
        await _inside();
        Interlocked.Decrement(ref _asking);
        if (Trouble is not null)
        {
            throw Trouble;
        }

        var reading = Tell(ask, _tickets);
        return DiesAfterReading ? reading with { Tickets = [.. reading.Tickets, null!] } : reading;
    }

    public Task<SourceReading> LatestAsync(SourceAsk ask, CancellationToken cancellation) => Task.FromResult(Tell(ask, _tickets));

    public Task<SourceReading?> ReadOneAsync(SourceAsk ask, string number, CancellationToken cancellation) =>
        Task.FromResult(_tickets.Exists(ticket => ticket.Number == number) ? Tell(ask, _tickets.Where(ticket => ticket.Number == number)) : null);

    public Task<IReadOnlySet<string>?> NumbersAsync(SourceAsk ask, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>?>(_tickets.Select(ticket => ticket.Number).ToHashSet());

    public Task<string> TestAsync(SourceAsk ask, CancellationToken cancellation) => Trouble is null ? Task.FromResult($"It answers to a secret of {ask.Secret.Length} characters.") : throw Trouble;

    private static SourceReading Tell(SourceAsk ask, IEnumerable<(string Number, string Status, string Queue)> tickets)
    {
        var told = tickets.Select(ticket => new LiveMapping(ask.Rules).Map(new SourceTicket(ticket.Number, ask.Now.Date.AddHours(1), [new SourceEvent("opened", ask.Now.Date.AddHours(1), 1, ticket.Status, new Dictionary<string, string> { ["Queue"] = ticket.Queue })]))).ToList();
        return new SourceReading([.. told.Select(one => one.Report).OfType<TicketReport>()], [.. told.Select(one => one.Unread).OfType<UnreadTicket>()], "page 1", true);
    }
}
