using EngagementHub.Core.Time;

namespace EngagementHub.Responses.Questions;

/// <summary>Those who may answer in a scope, and how they hear of it.</summary>
internal sealed class Responders(IStaffDirectory directory, IResponseScopes scopes, INotify notify, TimeProvider clock)
{
    public async Task<IReadOnlyList<StaffCard>> OfAsync(SubjectRef scope)
    {
        var cards = await directory.CardsAsync(await scopes.RespondersAsync(scope, clock.GetUtcNow()));
        return [.. cards.Values.Where(c => c.IsActive).OrderBy(c => c.Name, StringComparer.CurrentCulture)];
    }

    public async Task GiveAsync(Question question, StaffId responder, DateOnly? due, StaffId by)
    {
        question.GiveTo(responder, due, (by, clock.GetUtcNow()));
        if (responder != by)
        {
            var until = due is { } day ? $" by {Say.Day(day)}" : "";
            await notify.TellAsync(responder, new Notice(
                "A question for you to answer", $"\"{question.Wording}\" Please answer it{until}. It is published with the next digest.",
                $"/responses/questions/{question.Id}/answer", "You answer in this conversation"));
        }
    }

    public Task TellHandedOnAsync(Question question, StaffId to, string note, StaffId by) => to == by
        ? Task.CompletedTask
        : notify.TellAsync(to, new Notice(
            "A question was handed on to you", $"\"{question.Wording}\"{(question.Due is { } due ? $" Please answer it by {Say.Day(due)}." : "")} The note with it: {note.Trim()}",
            $"/responses/questions/{question.Id}/answer", "You answer in this conversation"));
}
