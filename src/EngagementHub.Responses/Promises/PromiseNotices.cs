using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Promises;

/// <summary>Tells the owner of a promise what others do with it. Nobody is told of their own act.</summary>
internal sealed class PromiseNotices(INotify notify)
{
    public Task MadeAsync(Promise promise, StaffId by) =>
        TellAsync(promise, by, "A promise in your name is published", $"\"{promise.What}\" is due on {Say.Day(promise.Due)}. It would be shown kept by: {promise.Evidence}");

    public Task KeptAsync(Promise promise, StaffId by) => TellAsync(promise, by, "Your promise was marked as kept", $"\"{promise.What}\": {promise.KeptText}");

    public Task ChangedAsync(Promise promise, StaffId by) => TellAsync(promise, by, "Your promise has a new day", $"\"{promise.What}\" is now due on {Say.Day(promise.Due)}.");

    public Task DroppedAsync(Promise promise, StaffId by) => TellAsync(promise, by, "Your promise was dropped", $"\"{promise.What}\": {promise.DroppedBecause}");

    private Task TellAsync(Promise promise, StaffId by, string subject, string text) => by == promise.Owner
        ? Task.CompletedTask
        : notify.TellAsync(promise.Owner, new Notice(subject, text, $"/promises/{promise.Id}", "You own this promise"));
}
