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
    private readonly Dictionary<Guid, Discussion> _discussions;
    private readonly Dictionary<string, Comment> _sent;
    private readonly CodeHistory _codes;
    private readonly HashSet<Discussion> _written = [];

    private Delivery(HubDb db, HoldRules rules, DateTimeOffset at, (Dictionary<Guid, Discussion> Discussions, Dictionary<string, Comment> Sent, CodeHistory Codes) known) =>
        (_db, _rules, _at, (_discussions, _sent, _codes)) = (db, rules, at, known);

    /// <summary>Where nobody can write now, and why.</summary>
    private Dictionary<Guid, string> Shut { get; init; } = [];

    public static async Task<Delivery> PrepareAsync(HubDb db, IReadOnlyList<Letter> letters, HoldRules rules, DateTimeOffset at)
    {
        List<Guid> ids = [.. letters.Select(l => l.DiscussionId).Distinct().Order()];
        List<string?> receipts = [.. letters.Select(l => l.Draft.Receipt).Where(r => r is not null).Distinct()];
        await HoldAsync(db, ids);
        var discussions = await db.Discussions.AsNoTracking().AsSingleQuery().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var sent = await db.Comments.AsNoTracking().Where(c => receipts.Contains(c.Receipt)).ToDictionaryAsync(c => c.Receipt!);
        Dictionary<Guid, string> shut = [];
        foreach (var discussion in discussions.Values)
        {
            if (await db.WhyShutAsync(discussion, at) is { } why)
            {
                shut[discussion.Id] = why;
            }
        }

        return new Delivery(db, rules, at, (discussions, sent, await CodeHistory.LoadAsync(db))) { Shut = shut };
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
        await _db.SaveManyAsync<Comment>();
        foreach (var discussion in _written)
        {
            var (id, last) = (discussion.Id, discussion.LastNumber);
            await _db.Discussions.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.LastNumber, last));
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
        var discussion = _discussions.GetValueOrDefault(letter.DiscussionId) ?? throw new BrokenRuleException("This discussion is not there any more");
        if (Shut.TryGetValue(discussion.Id, out var why))
        {
            throw new BrokenRuleException($"{why}. Your comment was not sent; keep a copy of it if you want to send it later");
        }

        var code = _codes.MustBeInForceOn(discussion.DayOf(_at));
        var comment = discussion.Receive(letter.Draft, discussion.LastNumber + 1, code, _at, _rules);
        discussion.TakeNumber();
        _db.Comments.Add(comment);
        _written.Add(discussion);
        if (letter.Draft.Receipt is { } receipt)
        {
            _sent[receipt] = comment;
        }

        return comment;
    }
}
