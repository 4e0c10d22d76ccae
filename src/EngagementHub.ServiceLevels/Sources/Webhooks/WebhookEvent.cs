using System.Text;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>How a received event stands.</summary>
internal enum EventStanding
{
    Waiting,
    Taken,

    /// <summary>It told nothing new.</summary>
    Known,

    /// <summary>It could not be taken in and waits for somebody.</summary>
    Dead,

    /// <summary>Somebody decided that it is not to be taken in.</summary>
    SetAside,
}

/// <summary>What a ticket system sent, as it came, and what became of it. The body is kept unchanged; a repair stands beside it.</summary>
[Unseen]
internal sealed class WebhookEvent : Entity
{
    private const int MostTries = 5;

    private WebhookEvent(Guid webhookId, string key, DateTimeOffset receivedAt, byte[] body) =>
        (WebhookId, Key, ReceivedAt, Body) = (webhookId, key, receivedAt, body);

    public long Number { get; private set; }

    public Guid WebhookId { get; private set; }

    /// <summary>The sender's name of it: it comes once, however often it is sent.</summary>
    public string Key { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public byte[] Body { get; private set; }

    public EventStanding Standing { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Not before then it is tried again.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    public string Field { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string Cure { get; private set; } = "";

    public string? RepairedBody { get; private set; }

    public string? RepairReason { get; private set; }

    public StaffId? RepairedBy { get; private set; }

    public DateTimeOffset? RepairedAt { get; private set; }

    public string Text => RepairedBody ?? Encoding.UTF8.GetString(Body);

    private SubjectRef Subject => new(ServiceLevelSubjects.WebhookEvent, Id);

    public static WebhookEvent Received(Guid webhook, string key, byte[] body, DateTimeOffset at) => new(webhook, key, at, body);

    public void Take(bool isNews) => Settle(isNews ? EventStanding.Taken : EventStanding.Known, "", "", "");

    public void Reject(string field, string reason, string cure) => Settle(EventStanding.Dead, field, reason, cure);

    /// <summary>Something of ours was in the way: it is tried again, more and more seldom, and then left to somebody.</summary>
    public void Fail(string why, DateTimeOffset at)
    {
        Tries++;
        NotBefore = at + (TimeSpan.FromSeconds(5) * Math.Pow(4, Tries - 1));
        if (Tries >= MostTries)
        {
            Reject("", why, "Try it again when the cause is gone");
        }
    }

    /// <summary>Tries it again as it is, for example when the mapping was changed.</summary>
    public void TryAgain(Act act)
    {
        RefuseSettled();
        (Standing, Tries, NotBefore) = (EventStanding.Waiting, 0, null);
        Raise(new ServiceLevelsChanged(Subject, "webhook-event.tried-again", act.By, act.At, Key));
    }

    /// <summary>Puts the body right, for a stated reason, and tries it again; what came is kept.</summary>
    public void Repair(string body, string reason, Act act)
    {
        RefuseSettled();
        RefuseWithoutReason(reason);
        (RepairedBody, RepairReason, RepairedBy, RepairedAt) = (body, reason.Trim(), act.By, act.At);
        (Standing, Tries, NotBefore) = (EventStanding.Waiting, 0, null);
        Raise(new ServiceLevelsChanged(Subject, "webhook-event.repaired", act.By, act.At, RepairReason));
    }

    public void SetAside(string reason, Act act)
    {
        RefuseSettled();
        RefuseWithoutReason(reason);
        (Standing, RepairReason, RepairedBy, RepairedAt) = (EventStanding.SetAside, reason.Trim(), act.By, act.At);
        Raise(new ServiceLevelsChanged(Subject, "webhook-event.set-aside", act.By, act.At, RepairReason));
    }

    private void Settle(EventStanding standing, string field, string reason, string cure) =>
        (Standing, Field, Reason, Cure, NotBefore) = (standing, field, reason.Length > 500 ? reason[..500] : reason, cure, null);

    private void RefuseSettled()
    {
        if (Standing is EventStanding.Taken or EventStanding.Known)
        {
            throw new BrokenRuleException("This event was taken in; send a correction of the ticket instead");
        }
    }

    private static void RefuseWithoutReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
        {
            throw new BrokenRuleException("Say why, in 500 characters at most", "Reason");
        }
    }
}
