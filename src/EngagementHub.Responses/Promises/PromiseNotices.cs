using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Promises;

/// <summary>Tells the owner of a promise, and those who asked by name what it answers, what becomes of it. Nobody is told of their own act.</summary>
internal sealed class PromiseNotices(INotify notify, IResponseScopes scopes, Askers askers)
{
    public Task MadeAsync(Promise promise, StaffId by) => TellAllAsync(
        promise, by, ("A promise in your name is published", $"\"{promise.What}\" is due on {Say.Day(promise.Due)}. It would be shown kept by: {promise.Evidence}"),
        ("Something was promised about what you asked", $"\"{promise.What}\" by {Say.Day(promise.Due)}."));

    public Task KeptAsync(Promise promise, StaffId by) => TellAllAsync(
        promise, by, ("Your promise was marked as kept", $"\"{promise.What}\": {promise.KeptText}"), ("A promise about what you asked is kept", $"\"{promise.What}\": {promise.KeptText}"));

    public Task ChangedAsync(Promise promise, StaffId by) => TellAllAsync(
        promise, by, ("Your promise has a new day", $"\"{promise.What}\" is now due on {Say.Day(promise.Due)}."),
        ("A promise about what you asked has a new day", $"\"{promise.What}\" is now due on {Say.Day(promise.Due)}, because: {promise.Changes[^1].Because}"));

    public Task DroppedAsync(Promise promise, StaffId by) => TellAllAsync(
        promise, by, ("Your promise was dropped", $"\"{promise.What}\": {promise.DroppedBecause}"), ("A promise about what you asked was dropped", $"\"{promise.What}\" will not be done, because: {promise.DroppedBecause}"));

    public Task OverruledAsync(Promise promise, StaffId by) => TellAllAsync(
        promise, by, ("Your promise is no longer counted as kept", $"\"{promise.What}\": {promise.OverruledBecause}"),
        ("A promise about what you asked is no longer counted as kept", $"\"{promise.What}\": {promise.OverruledBecause}"));

    public async Task GivenAsync(Promise promise, StaffId by)
    {
        var giving = promise.Givings.MaxBy(g => g.At)!;
        if (giving.To != by)
        {
            await notify.TellAsync(giving.To, ToOwner(promise, "A promise is yours to keep", $"\"{promise.What}\" is due on {Say.Day(promise.Due)}. You keep it from now on, because: {giving.Because}"));
        }

        if (giving.From != by)
        {
            await notify.TellAsync(giving.From, new Notice("Your promise was given to somebody else", $"\"{promise.What}\": {giving.Because}", Link(promise), "You owned this promise"));
        }
    }

    /// <summary>The owner hears all that the figure says; those who asked hear when it says kept or late for the first time, or takes that back.</summary>
    public async Task HeardAsync(Promise promise, PromiseFigure heard, FigureVerdict? before, CancellationToken cancellation)
    {
        var subject = heard.Verdict switch
        {
            FigureVerdict.Met => "is kept by the figure",
            FigureVerdict.Missed => "is missed by the figure",
            _ => "waits for you: the figure cannot say",
        };
        await notify.TellAsync(promise.Owner, ToOwner(promise, $"Your promise {subject}", $"\"{promise.What}\". {heard.Sentence}."), cancellation);
        if (heard.Verdict is FigureVerdict.Met or FigureVerdict.Missed && heard.Verdict != before)
        {
            await TellAskersAsync(promise, promise.Owner, ($"A promise about what you asked {subject}", $"\"{promise.What}\". {heard.Sentence}."));
        }
    }

    /// <summary>Everybody who is to be reminded now, whether or not it was done before.</summary>
    public async Task<IReadOnlyList<Reminder>> RemindersAsync(Promise promise, StaffCard? owner, ReminderKind? due, CancellationToken cancellation)
    {
        List<Reminder> all = [];
        var scope = await scopes.FindAsync(promise.Scope, cancellation);
        IEnumerable<StaffId> running = scope is null ? [] : [scope.Host, scope.Owner];
        if (due is { } kind)
        {
            all.Add(new(kind, promise.Owner, ToOwner(promise, Subject(kind), $"\"{promise.What}\" {When(kind, promise)}. It would be shown kept by: {promise.Evidence}")));
        }

        if (due == ReminderKind.Late)
        {
            var late = $"\"{promise.What}\" was due on {Say.Day(promise.Due)}.";
            all.AddRange(running.Select(to => new Reminder(ReminderKind.Late, to, new Notice("A promise made on your blog is late", $"{late} {owner?.Name ?? "A former member of staff"} keeps it.", Link(promise), to == scope!.Owner ? "You own the blog" : "It was made while you hosted"))));
            all.AddRange((await askers.OfAsync(promise, cancellation)).Select(to => new Reminder(ReminderKind.Late, to, ToAsker(promise, "A promise about what you asked is late", late))));
        }

        if (owner is not { IsActive: true } && scope is not null)
        {
            all.Add(new(ReminderKind.OwnerLeft, scope.Owner, new Notice(
                "A promise has nobody to keep it", $"{owner?.Name ?? "Its owner"} has left. \"{promise.What}\" is due on {Say.Day(promise.Due)}. Give it to somebody else, or drop it with a reason.", Link(promise), "You own the blog")));
        }

        return [.. all.DistinctBy(r => (r.Kind, r.To))];
    }

    public Task SendAsync(Reminder reminder, CancellationToken cancellation) => notify.TellAsync(reminder.To, reminder.Notice, cancellation);

    private static string Subject(ReminderKind kind) => kind switch
    {
        ReminderKind.WeekBefore => "Your promise is due in a working week",
        ReminderKind.DayBefore => "Your promise is due next",
        ReminderKind.OnTheDay => "Your promise is due today",
        ReminderKind.StillLate => "Your promise is still late: say how it stands",
        _ => "Your promise is late",
    };

    private static string When(ReminderKind kind, Promise promise) => kind switch
    {
        ReminderKind.Late or ReminderKind.StillLate => $"was due on {Say.Day(promise.Due)}: mark it as kept, move its day with a reason, or drop it with one",
        _ => $"is due by the end of {Say.Day(promise.Due)}",
    };

    private async Task TellAllAsync(Promise promise, StaffId by, (string Subject, string Text) toOwner, (string Subject, string Text) toAskers)
    {
        if (by != promise.Owner)
        {
            await notify.TellAsync(promise.Owner, ToOwner(promise, toOwner.Subject, toOwner.Text));
        }

        await TellAskersAsync(promise, by, toAskers);
    }

    private async Task TellAskersAsync(Promise promise, StaffId by, (string Subject, string Text) words)
    {
        foreach (var asker in (await askers.OfAsync(promise)).Where(a => a != by && a != promise.Owner))
        {
            await notify.TellAsync(asker, ToAsker(promise, words.Subject, words.Text));
        }
    }

    private static string Link(Promise promise) => $"/promises/{promise.Id}";

    private static Notice ToOwner(Promise promise, string subject, string text) => new(subject, text, Link(promise), "You own this promise");

    private static Notice ToAsker(Promise promise, string subject, string text) =>
        new(subject, text, Link(promise), "You commented by name on what it answers") { Kind = ResponsesModule.PromiseNews };
}

/// <summary>A reminder that is due, and to whom.</summary>
internal sealed record Reminder(ReminderKind Kind, StaffId To, Notice Notice);
