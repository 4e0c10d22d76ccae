using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Reminders;

/// <summary>What has to be told about an action now, to whom, and of which day it speaks.</summary>
internal static class DueReminders
{
    public static IEnumerable<DueReminder> Of(PlanView view, ActionLine line)
    {
        var (plan, action) = (view.Plan, line.Action);
        if (line.HasNobody)
        {
            yield return new(ReminderKind.OwnerLeft, action.Due, plan.Owner, new Notice("An action of your plan has nobody to do it", $"{line.OwnerName} has left. \"{action.Title}\" is due on {Say.Day(action.Due)}. Give it to somebody else, or drop it with a reason.", line.Url, "You own the plan"));
        }

        if (line.IsOverdue)
        {
            var text = $"\"{action.Title}\" was due on {Say.Day(action.Due)}. Say that it is done, move its day with a reason, or drop it with one.";
            yield return new(ReminderKind.Overdue, action.Due, action.Owner, new Notice("Your action is overdue", text, line.Url, "You own this action"));
            yield return new(ReminderKind.Overdue, action.Due, plan.Owner, new Notice("An action of your plan is overdue", $"{text} It is {line.OwnerName}'s.", line.Url, "You own the plan"));
        }

        if (line.Standing is not { } standing || line.IsSettled)
        {
            yield break;
        }

        if (standing is { Owner: { } word, OwnersHolds: false })
        {
            yield return new(ReminderKind.Expired, word.LastDay, action.Owner, new Notice(
                "Your reading has expired", $"You said {word.Rag.Word()} of \"{action.Title}\" on {Say.Day(word.Day)}. After {Word.OwnersWordHolds} days it no longer counts. Say how it stands now.", line.Url, "You own this action"));
        }
        else if (standing is { IsSilent: true })
        {
            yield return new(ReminderKind.Silent, action.Words.LastOrDefault()?.Day ?? action.Begins, action.Owner, new Notice(
                "Your action has turned grey", $"Nothing was said of \"{action.Title}\" for {plan.RhythmDays} days, so everybody sees that nobody knows. Say how it stands.", line.Url, "You own this action"));
        }
    }
}

/// <summary>A reminder that is due, and to whom.</summary>
internal sealed record DueReminder(ReminderKind Kind, DateOnly Of, StaffId To, Notice Notice);
