using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>Letters that share a transaction: numbered without gaps in the order in which they came, one comment for each sending, refused when the discussion has shut a moment ago.</summary>
internal sealed class Delivery
{
    private readonly HubDb _db;
    private readonly HoldRules _rules;
    private readonly DateTimeOffset _at;
    private readonly DeliveryReadings _readings;
    private readonly Dictionary<string, Comment> _sent;
    private readonly HashSet<Discussion> _written = [];
    private readonly DeliveryIds _ids;

    private Delivery(HubDb db, HoldRules rules, DateTimeOffset at, DeliveryReadings readings, Dictionary<string, Comment> sent, DeliveryIds ids) =>
        (_db, _rules, _at, _readings, _sent, _ids) = (db, rules, at, readings, sent, ids);

    public static async Task<Delivery> PrepareAsync(HubDb db, IReadOnlyList<Letter> letters, (HoldRules Rules, ReadOnce<DeliveryReadings> Readings) from, DateTimeOffset at)
    {
        List<Guid> ids = [.. letters.Select(l => l.DiscussionId).Distinct().Order()];
        List<string> receipts = [.. letters.Select(l => l.Draft.Receipt).OfType<string>().Distinct()];
        await HoldAsync(db, ids);
        var readings = await from.Readings.GetAsync(db, () => DeliveryReadings.LoadAsync(db));
        await readings.ReadyAsync(db, ids, at);
        // One parameter for all: with one each the statement is made anew each time.
        var sent = await db.Comments.AsNoTracking().Where(c => c.Receipt != null && EF.Parameter(receipts).Contains(c.Receipt)).ToDictionaryAsync(c => c.Receipt!);
        return new Delivery(db, from.Rules, at, readings, sent, new DeliveryIds(letters.Count));
    }

    /// <summary>Takes the letter in, and gives what its writer is told once everything is durable.</summary>
    public Func<Comment> Answer(Letter letter)
    {
        try
        {
            var comment = letter.Draft.Receipt is { } receipt && _sent.TryGetValue(receipt, out var before) ? SentBefore(before, letter.Draft) : Receive(letter);
            return () => comment;
        }
        catch (BrokenRuleException broken)
        {
            return () => throw broken;
        }
    }

    public async Task SaveAsync()
    {
        await _db.SaveManyAsync();
        foreach (var discussion in _written)
        {
            var (id, last) = (discussion.Id, discussion.LastNumber);
            // From the first comment on its terms are a promise: whoever changes them by what they read before is refused.
            await _db.Discussions.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.LastNumber == 0 ? d.Version + 1 : d.Version).SetProperty(d => d.LastNumber, last));
        }
    }

    // Holds the discussions' rows until the end, always in the same order: what is read below cannot change under us, and a request sent twice to two nodes comes one after the other.
    private static async Task HoldAsync(HubDb db, List<Guid> discussions)
    {
        foreach (var id in db.Database.IsNpgsql() ? discussions : [])
        {
            await db.Discussions.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.LastNumber, d => d.LastNumber));
        }
    }

    private static Comment SentBefore(Comment before, Draft again) => before.Author == again.By?.Author
        ? before
        : throw new BrokenRuleException("This comment was sent already, shown in another way. Open the form again to write another one");

    private Comment Receive(Letter letter)
    {
        var discussion = _readings.Discussion(letter.DiscussionId) ?? throw new BrokenRuleException("This discussion is not there any more");
        if (_readings.WhyShut(discussion, _at) is { } why)
        {
            throw new BrokenRuleException($"{why}. Your comment was not sent; keep a copy of it if you want to send it later");
        }

        var code = _readings.Codes.MustBeInForceOn(discussion.DayOf(_at));
        var comment = discussion.Receive(_ids.Given(letter.Draft), discussion.LastNumber + 1, code, _at, _rules);
        discussion.TakeNumber();
        _db.AddNew(comment);
        _written.Add(discussion);
        if (letter.Draft.Receipt is { } receipt)
        {
            _sent[receipt] = comment;
        }

        return comment;
    }
}

/// <summary>What decides whether a letter is taken, as it stands in the transaction that takes it.</summary>
internal sealed class DeliveryReadings(CodeHistory codes)
{
    private readonly Dictionary<Guid, Discussion> _discussions = [];
    private readonly Dictionary<DateOnly, List<Pause>> _pauses = [];

    public CodeHistory Codes => codes;

    public static async Task<DeliveryReadings> LoadAsync(HubDb db) => new(await CodeHistory.LoadAsync(db));

    /// <summary>Reads what is not known yet of those discussions and of their day.</summary>
    public async Task ReadyAsync(HubDb db, List<Guid> discussions, DateTimeOffset at)
    {
        List<Guid> unknown = [.. discussions.Where(id => !_discussions.ContainsKey(id))];
        foreach (var discussion in unknown.Count == 0 ? [] : await db.Discussions.AsNoTracking().AsSingleQuery().Where(d => unknown.Contains(d.Id)).ToListAsync())
        {
            _discussions[discussion.Id] = discussion;
        }

        foreach (var today in discussions.Select(Discussion).OfType<Discussion>().Select(d => d.DayOf(at)).Distinct().Where(day => !_pauses.ContainsKey(day)).ToList())
        {
            _pauses[today] = await db.PausesOnAsync(today);
        }
    }

    public Discussion? Discussion(Guid id) => _discussions.GetValueOrDefault(id);

    /// <summary>Why nobody can write there now, or nothing.</summary>
    public string? WhyShut(Discussion discussion, DateTimeOffset at) => discussion.WhyShut(at) ?? discussion.WhyPaused(_pauses[discussion.DayOf(at)], at);
}
